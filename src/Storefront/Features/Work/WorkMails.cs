using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Work;

/// <summary>Tells who questioned a work log, in its language, what the house answered.</summary>
public sealed class WorkMails(
    IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<WorkTexts> texts, SiteLanguages languages)
{
    public async Task AnsweredAsync(AccountScope scope, Ticket ticket, WorkLogQuestion question, CancellationToken cancellationToken)
    {
        var asker = await scope.Db.Users.Where(user => user.Id == question.AskedBy && !user.IsErased && user.EmailConfirmed && user.Email != null)
            .Select(user => new { user.Email, user.DisplayName, user.Language }).SingleOrDefaultAsync(cancellationToken);
        if (asker is null)
        {
            return;
        }

        var language = languages.Find(asker.Language ?? scope.Account.Language) ?? languages.Default;
        using var spoken = SpokenLanguage.Begin(language);
        var link = address.To(string.Create(CultureInfo.InvariantCulture, $"tickets/{ticket.Number}")).AbsoluteUri;
        var text = texts[
            $"Mail.Answered.{question.Outcome}", asker.DisplayName, ticket.Number, ticket.Subject, question.Text, question.Answer!, link, handbook.House.Name];
        await outbox.EnqueueAsync(
            scope,
            new Mail(asker.Email!, texts["Mail.Answered.Subject", ticket.Number, ticket.Subject], text, language.Code, scope.AccountId, MailKind.TicketReplied),
            cancellationToken);
    }
}
