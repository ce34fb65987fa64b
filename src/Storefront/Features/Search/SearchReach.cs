using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Search;

/// <summary>What somebody may find: one account's tickets without notes among staff (COM-06), or everything of the house.</summary>
public sealed record SearchReach
{
    private SearchReach(AccountId? account) => AccountId = account;

    /// <summary>All tickets and all notes: for staff.</summary>
    public static SearchReach House { get; } = new(account: null);

    /// <summary>The account whose tickets alone are found; null for the whole house.</summary>
    public AccountId? AccountId { get; }

    /// <summary>What the account's members may find.</summary>
    public static SearchReach Of(AccountId account) => new(account);

    /// <summary>Null for somebody who belongs to no account and is not staff.</summary>
    public static SearchReach? Of(Viewer viewer) =>
        viewer.AccountId is { } account ? Of(account)
        : viewer.IsStaff ? House
        : null;
}
