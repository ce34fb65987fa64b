using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets;

/// <summary>What a token needs for tickets.</summary>
public static class TicketScopes
{
    public const string Read = "tickets:read";

    public const string Write = "tickets:write";

    /// <summary>Whether a ticket of that account may be shown: to its members, and to staff.</summary>
    public static bool MaySee(this Viewer viewer, AccountId account) => viewer.AccountId == account || viewer is { IsStaff: true, AccountId: null };
}
