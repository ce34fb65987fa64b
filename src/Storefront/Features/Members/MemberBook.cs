using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>An account's people in a transaction: who acts is looked up again, since another owner may have been faster.</summary>
/// <param name="Self">Who acts.</param>
/// <param name="All">Everybody, who acts included.</param>
internal sealed record MemberBook(Member Self, IReadOnlyList<Member> All)
{
    /// <summary>For who belongs to the account, whatever it is there.</summary>
    public static async Task<Result<MemberBook>> OpenAsync(AccountScope scope, Viewer viewer, CancellationToken cancellationToken)
    {
        var all = await scope.Db.Set<Member>().Where(member => member.AccountId == scope.AccountId).ToListAsync(cancellationToken);
        return all.Find(member => member.UserId == viewer.UserId) is { } self ? new MemberBook(self, all) : new NotFound("account");
    }

    /// <summary>For an owner; others are refused with <see cref="OwnersOnly"/>.</summary>
    public static async Task<Result<MemberBook>> OpenForOwnerAsync(AccountScope scope, Viewer viewer, CancellationToken cancellationToken) =>
        (await OpenAsync(scope, viewer, cancellationToken)).TryGet(out var book, out var refusal)
            ? book.Self.Role == MemberRole.Owner ? book : new OwnersOnly()
            : refusal;

    public Member? Find(MemberId id) => All.FirstOrDefault(member => member.Id == id);

    /// <summary>Why a member cannot become something else, or nothing when <paramref name="role"/> is null; null when it can.</summary>
    public LastOwner? CheckOwners(Member member, MemberRole? role) =>
        Ownership.Check(member.Role == MemberRole.Owner, role == MemberRole.Owner, All.Count(each => each.Role == MemberRole.Owner));
}
