using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets;

/// <summary>Who may ask for work in an account's name.</summary>
public static class CustomerAccess
{
    /// <summary>The account in whose name the viewer may write; <see cref="ReadOnlyMember"/> for one who only reads.</summary>
    public static Result<AccountId> WritableAccount(this Viewer viewer) =>
        viewer.AccountId is not { } account ? new NotFound("account")
        : viewer.IsAtLeast(MemberRole.Member) ? account
        : new ReadOnlyMember();
}

/// <summary>This member of the account reads and does not write.</summary>
public sealed record ReadOnlyMember : Refusal
{
    public override string Code => "READ_ONLY_MEMBER";
}
