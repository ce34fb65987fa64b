using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Members;

/// <summary>Mails of invitations that were written in the last 24 hours.</summary>
/// <param name="OfAccount">Those of the account.</param>
/// <param name="OfAccountToAddress">Those of the account to the address in question.</param>
/// <param name="ToAddress">Those to the address, whichever accounts asked.</param>
internal sealed record InvitationPost(int OfAccount, int OfAccountToAddress, int ToAddress)
{
    /// <summary>Whether the address gets no more today. An owner learns that no mail went, and nothing of what other accounts ask: its invitation stands.</summary>
    public bool IsFull => ToAddress >= InvitationRules.MostMails;

    public static async Task<InvitationPost> CountAsync(AccountScope scope, string email, CancellationToken cancellationToken)
    {
        var (account, yesterday) = (scope.AccountId, scope.Now - Duration.FromDays(1));
        var written = scope.Db.Set<MailRow>().Where(mail => mail.InvitationId != null && mail.CreatedAt > yesterday);
        return new InvitationPost(
            await written.CountAsync(mail => mail.AccountId == account, cancellationToken),
            await written.CountAsync(mail => mail.AccountId == account && mail.To == email, cancellationToken),
            await written.CountAsync(mail => mail.To == email, cancellationToken));
    }

    /// <summary>Whether an invitation was mailed a moment ago, so that who asks for it now clicked twice. One that no mail carries was not.</summary>
    public static async Task<bool> HasJustGoneAsync(AccountScope scope, Invitation invitation, CancellationToken cancellationToken) =>
        scope.Now - invitation.SentAt < InvitationRules.Pause
        && await scope.Db.Set<MailRow>().AnyAsync(mail => mail.InvitationId == invitation.Id, cancellationToken);

    /// <summary>
    /// Has an invitation stand anew on these terms, the link that went out staying good until another one goes. Where no mail can bring another
    /// today and nothing else would change, nothing is done, and nothing written.
    /// </summary>
    public Invitation Renew(AccountScope scope, Invitation invitation, MemberRole role, int? limit, UserId by)
    {
        var until = scope.Now + InvitationRules.ValidFor;
        if (IsFull && (invitation.Role, invitation.ApprovalLimitMinutes, invitation.InvitedBy) == (role, limit, by)
            && until - invitation.ExpiresAt < InvitationRules.Pause)
        {
            return invitation;
        }

        (invitation.Role, invitation.ApprovalLimitMinutes, invitation.InvitedBy, invitation.ExpiresAt) = (role, limit, by, until);
        scope.Append(new MemberInvited(invitation.Id, role, limit, by));
        return invitation;
    }

    /// <summary>Takes invitations back, and their mails that did not go out yet.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="some">Those meant; what was accepted or taken back already stays as it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WithdrawAsync(StoreScope scope, IQueryable<Invitation> some, CancellationToken cancellationToken)
    {
        Instant? now = scope.Now;
        var pending = some.Where(row => row.AcceptedAt == null && row.WithdrawnAt == null);
        foreach (var id in await pending.Select(row => row.Id).ToListAsync(cancellationToken))
        {
            await DropAsync(scope, id, cancellationToken);
        }

        await pending.ExecuteUpdateAsync(row => row.SetProperty(invitation => invitation.WithdrawnAt, now), cancellationToken);
    }

    /// <summary>What brings a link that does nothing any more is not sent.</summary>
    public static Task DropAsync(StoreScope scope, InvitationId id, CancellationToken cancellationToken) =>
        scope.Db.Set<MailRow>().Where(mail => mail.InvitationId == id && mail.SentAt == null).ExecuteDeleteAsync(cancellationToken);
}
