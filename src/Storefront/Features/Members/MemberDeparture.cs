using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Features.Accounts;
using Storefront.Features.Drafts;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Members;

/// <summary>
/// What ends with a membership, whoever ended it: the tokens that open the account in the person's name, also when it should come back later, its
/// drafts there, invitations that it sent or was sent, and mails of the account to it that did not go out yet. Pages and streams ask at each request, or every two seconds, whether it still belongs to it.
/// </summary>
public sealed class MemberDeparture(TimeProvider time)
{
    internal async Task EndAsync(AccountScope scope, Member member, CancellationToken cancellationToken)
    {
        var (account, user) = (scope.AccountId, member.UserId);
        Instant? now = Instant.FromDateTimeOffset(time.GetUtcNow());
        scope.Db.Remove(member);
        await scope.Db.Set<ApiToken>().Where(row => row.AccountId == account && row.UserId == user && row.RevokedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(token => token.RevokedAt, now), cancellationToken);
        var email = await scope.Db.Users.Where(row => row.Id == user).Select(row => row.Email).SingleOrDefaultAsync(cancellationToken);
        var address = InvitedAddress.Of(email ?? "");
        await InvitationPost.WithdrawAsync(scope, scope.Db.Set<Invitation>().Where(row => row.AccountId == account && row.Email == address), cancellationToken);
        await MemberBook.WithdrawOfAsync(scope, user, cancellationToken);
        await scope.Db.Set<NewTicketDraft>().Where(row => row.AccountId == account && row.AuthorId == user).ExecuteDeleteAsync(cancellationToken);
        await scope.Db.Set<TicketDraft>().Where(row => row.AccountId == account && row.AuthorId == user).ExecuteDeleteAsync(cancellationToken);
        await scope.Db.Set<MailRow>().Where(row => row.AccountId == account && row.SentAt == null && (row.RecipientId == user || row.To == email))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
