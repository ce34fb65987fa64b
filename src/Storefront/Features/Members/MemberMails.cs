using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Members;

/// <summary>What people are told of their place in an account, each in its own language; who is not known yet, in that of who invites.</summary>
public sealed class MemberMails(
    IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<MembersTexts> texts, SiteLanguages languages, ReaderFormat format)
{
    /// <summary>The page that an invitation's link opens.</summary>
    public const string InvitationPage = "invitation";

    /// <summary>Most mails a day that tell a member what it may now.</summary>
    public const int MostChanges = 5;

    /// <summary>Writes to somebody who may never have heard of the account: what its people named themselves must lead nowhere, and who asks shows its address.</summary>
    public async Task InvitedAsync(AccountScope scope, Invitation invitation, string code, Viewer inviter, CancellationToken cancellationToken)
    {
        var (account, person) = (PlainName.Of(scope.Account.Name), $"{PlainName.Of(inviter.Name)} ({inviter.Email})");
        var normalized = invitation.Email.ToUpperInvariant();
        var known = await scope.Db.Users.Where(user => user.NormalizedEmail == normalized && !user.IsErased)
            .Select(user => user.Language).FirstOrDefaultAsync(cancellationToken);
        var language = languages.Find(known) ?? languages.Current;
        using var spoken = SpokenLanguage.Begin(language);
        var link = QueryHelpers.AddQueryString(address.To(InvitationPage).AbsoluteUri, "code", code);
        await outbox.EnqueueAsync(
            scope,
            new Mail(
                invitation.Email,
                texts["Mail.Invited.Subject", account, handbook.House.Name],
                texts["Mail.Invited.Body", person, account, handbook.House.Name, texts[$"Role.{invitation.Role}.Mail"], link, format.Date(invitation.ExpiresAt.InZone(handbook.Zone).Date)],
                language.Code,
                scope.AccountId)
            {
                InvitationId = invitation.Id,
            },
            cancellationToken);
    }

    /// <summary>Of <see cref="MostChanges"/> changes in 24 hours at most: who changes more often does not fill somebody's mailbox.</summary>
    public async Task ChangedAsync(AccountScope scope, Member member, CancellationToken cancellationToken)
    {
        var (account, user, yesterday) = (scope.AccountId, member.UserId, scope.Now - Duration.FromDays(1));
        var told = await scope.Db.Set<MailRow>().CountAsync(
            mail => mail.AccountId == account && mail.RecipientId == user && mail.Kind == MailKind.Account && mail.CreatedAt > yesterday, cancellationToken);
        if (told < MostChanges)
        {
            await TellAsync(
                scope,
                user,
                "Changed",
                () => member.Role == MemberRole.Viewer ? texts["Limit.Viewer"]
                    : member.ApprovalLimitMinutes is { } limit ? texts["Mail.Changed.Limit", format.Minutes(limit)] : texts["Mail.Changed.NoLimit"],
                texts => texts[$"Role.{member.Role}.Mail"],
                cancellationToken);
        }
    }

    public Task RemovedAsync(AccountScope scope, Member member, CancellationToken cancellationToken) =>
        TellAsync(scope, member.UserId, "Removed", () => "", _ => "", cancellationToken);

    private async Task TellAsync(
        AccountScope scope, UserId id, string name, Func<string> limit, Func<IStringLocalizer<MembersTexts>, string> role, CancellationToken cancellationToken)
    {
        var person = await scope.Db.Users.Where(user => user.Id == id && !user.IsErased && user.EmailConfirmed && user.Email != null)
            .Select(user => new { user.Email, user.DisplayName, user.Language }).SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return;
        }

        var language = languages.Find(person.Language ?? scope.Account.Language) ?? languages.Default;
        using var spoken = SpokenLanguage.Begin(language);
        var body = texts[
            $"Mail.{name}.Body", person.DisplayName, scope.Account.Name, handbook.House.Name, role(texts), limit(), address.To("account/members").AbsoluteUri];
        await outbox.EnqueueAsync(
            scope,
            new Mail(person.Email!, texts[$"Mail.{name}.Subject", scope.Account.Name, handbook.House.Name], body, language.Code, scope.AccountId) { Recipient = id },
            cancellationToken);
    }
}
