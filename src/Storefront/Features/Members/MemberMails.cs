using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Accounts;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Members;

/// <summary>What people are told of their place in an account, each in its own language; who is not known yet, in that of who invites.</summary>
public sealed class MemberMails(
    IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<MembersTexts> texts, SiteLanguages languages, ReaderFormat format)
{
    /// <summary>The page that an invitation's link opens.</summary>
    public const string InvitationPage = "invitation";

    /// <summary>An address is written to no more than <see cref="InvitationRules.MostMails"/> times a day, whichever accounts ask; the owner learns nothing of the others.</summary>
    public async Task InvitedAsync(AccountScope scope, Invitation invitation, string code, string inviter, CancellationToken cancellationToken)
    {
        var yesterday = scope.Now - Duration.FromDays(1);
        var written = await scope.Db.Set<Invitation>().Where(row => row.Email == invitation.Email && row.SentAt > yesterday && row.Id != invitation.Id)
            .SumAsync(row => row.Mails, cancellationToken);
        if (written + invitation.Mails > InvitationRules.MostMails)
        {
            return;
        }

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
                texts["Mail.Invited.Subject", scope.Account.Name, handbook.House.Name],
                texts["Mail.Invited.Body", inviter, scope.Account.Name, handbook.House.Name, texts[$"Role.{invitation.Role}.Mail"], link, format.Date(invitation.ExpiresAt.InZone(handbook.Zone).Date)],
                language.Code,
                scope.AccountId),
            cancellationToken);
    }

    public Task ChangedAsync(AccountScope scope, Member member, CancellationToken cancellationToken) => TellAsync(
        scope,
        member.UserId,
        "Changed",
        () => member.Role == MemberRole.Viewer ? texts["Limit.Viewer"]
            : member.ApprovalLimitMinutes is { } limit ? texts["Mail.Changed.Limit", format.Minutes(limit)] : texts["Mail.Changed.NoLimit"],
        texts => texts[$"Role.{member.Role}.Mail"],
        cancellationToken);

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
            scope, new Mail(person.Email!, texts[$"Mail.{name}.Subject", scope.Account.Name, handbook.House.Name], body, language.Code, scope.AccountId), cancellationToken);
    }
}
