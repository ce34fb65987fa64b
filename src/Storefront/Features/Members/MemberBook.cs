using Microsoft.EntityFrameworkCore;
using NodaTime;
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

    /// <summary>Takes back what somebody asked into the account: whoever is no owner any more lets nobody in, also when it should be one again.</summary>
    public static Task WithdrawOfAsync(AccountScope scope, UserId user, CancellationToken cancellationToken) =>
        WithdrawOfAsync(scope, scope.AccountId, user, cancellationToken);

    /// <inheritdoc cref="WithdrawOfAsync(AccountScope, UserId, CancellationToken)"/>
    /// <param name="scope">A transaction that has locked the account.</param>
    /// <param name="account">Into which it asked.</param>
    /// <param name="user">Who asked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task WithdrawOfAsync(StoreScope scope, AccountId account, UserId user, CancellationToken cancellationToken) =>
        InvitationPost.WithdrawAsync(scope, scope.Db.Set<Invitation>().Where(row => row.AccountId == account && row.InvitedBy == user), cancellationToken);

    /// <summary>Why an invitation cannot be accepted any more; null when it can. Who is no owner any more lets nobody in, itself least of all.</summary>
    public static async Task<Refusal?> CheckAcceptanceAsync(StorefrontDb db, Invitation invitation, Instant now, CancellationToken cancellationToken)
    {
        if (InvitationRules.Check(invitation.State, now) is { } ended)
        {
            return ended;
        }

        var (account, inviter) = (invitation.AccountId, invitation.InvitedBy);
        return await db.Set<Member>().AnyAsync(row => row.AccountId == account && row.UserId == inviter && row.Role == MemberRole.Owner, cancellationToken)
            ? null
            : new InvitationWithdrawn();
    }

    /// <summary>Why an address cannot be asked in, or once more; null when it can. To be known before anything is changed.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="email">The address.</param>
    /// <param name="all">The account's invitations.</param>
    /// <param name="post">What was written of late.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Refusal?> CheckInvitationAsync(
        AccountScope scope, string email, IReadOnlyList<Invitation> all, InvitationPost post, CancellationToken cancellationToken)
    {
        var ids = All.Select(member => member.UserId).ToList();
        var known = await scope.Db.Users.Where(user => ids.Contains(user.Id) && user.Email != null).Select(user => user.Email!).ToListAsync(cancellationToken);
        return InvitationRules.CheckNew(
            known.Exists(address => InvitedAddress.AreSame(address, email)),
            All.Count,
            all.Count(row => row.Email != email && row.State.IsOpen(scope.Now)),
            Math.Max(post.OfAccount, all.Count(row => scope.Now - row.CreatedAt < Duration.FromDays(1)))) ?? InvitationRules.CheckMails(post.OfAccountToAddress);
    }

    public Member? Find(MemberId id) => All.FirstOrDefault(member => member.Id == id);

    /// <summary>Why a member cannot become something else, or nothing when <paramref name="role"/> is null; null when it can.</summary>
    public LastOwner? CheckOwners(Member member, MemberRole? role) =>
        Ownership.Check(member.Role == MemberRole.Owner, role == MemberRole.Owner, All.Count(each => each.Role == MemberRole.Owner));
}
