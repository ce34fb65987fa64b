using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>Sends back a ticket's number at once to who opened it (ALF-04): without a number it was not received.</summary>
public sealed class TicketReceivedMail(
    IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<NotificationsTexts> texts, SiteLanguages languages)
{
    /// <summary>Writes it with the ticket; an opener without a confirmed address has none.</summary>
    public async Task WriteAsync(AccountScope scope, Ticket ticket, UserId opener, CancellationToken cancellationToken)
    {
        var person = await scope.Db.Users.AsNoTracking().Where(user => user.Id == opener && !user.IsErased && user.EmailConfirmed && user.Email != null)
            .Select(user => new { user.Email, user.DisplayName, user.Language }).SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return;
        }

        var language = languages.Find(person.Language ?? scope.Account.Language) ?? languages.Default;
        using var spoken = SpokenLanguage.Begin(language);
        var link = address.To(string.Create(CultureInfo.InvariantCulture, $"tickets/{ticket.Number}")).AbsoluteUri;
        var mail = new Mail(
            person.Email!,
            texts["Received.Subject", ticket.Number, ticket.Subject],
            texts["Received.Body", person.DisplayName, ticket.Number, ticket.Subject, link, handbook.House.Name],
            language.Code,
            scope.AccountId,
            MailKind.TicketReceived);
        await outbox.EnqueueAsync(scope, mail, cancellationToken);
    }
}
