using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Quotes;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Quotes;

/// <summary>Tells by mail, each in its language, what is to be decided on a quote and that nobody did; written with what it tells of.</summary>
public sealed class QuoteMails(
    IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<QuotesTexts> texts, SiteLanguages languages)
{
    /// <summary>The members who may decide are told of a new quote.</summary>
    public Task IssuedAsync(AccountScope scope, Ticket ticket, QuoteRow quote, CancellationToken cancellationToken) =>
        SendAsync(scope, ticket, quote, "Issued", staff: false, cancellationToken);

    /// <summary>The owners are told how to pay what was agreed, with the way there (ALF-08).</summary>
    public Task OrderedAsync(AccountScope scope, Ticket ticket, QuoteRow quote, Order order, CancellationToken cancellationToken) =>
        SendAsync(scope, ticket, quote, order.ExpiresAt is null ? "Owed" : "Ordered", staff: false, cancellationToken, order);

    /// <summary>Both sides are told that it ran out: the members who could decide, and who works on the ticket or issued the quote.</summary>
    public async Task ExpiredAsync(AccountScope scope, Ticket ticket, QuoteRow quote, CancellationToken cancellationToken)
    {
        await SendAsync(scope, ticket, quote, "Expired", staff: false, cancellationToken);
        await SendAsync(scope, ticket, quote, "ExpiredStaff", staff: true, cancellationToken);
    }

    private async Task SendAsync(AccountScope scope, Ticket ticket, QuoteRow quote, string name, bool staff, CancellationToken cancellationToken, Order? order = null)
    {
        var path = staff ? "desk/tickets/{0}/quote" : "tickets/{0}/quote";
        var link = address.To(order is null ? string.Format(CultureInfo.InvariantCulture, path, ticket.Number) : $"orders/{order.Reference}").AbsoluteUri;
        var (total, end) = (order?.Total ?? quote.Total, order?.ExpiresAt ?? quote.ExpiresAt);
        var receivers = staff ? await StaffAsync(scope, ticket, quote, cancellationToken)
            : order is not null ? await AccountAddressees.OwnersAsync(scope, languages, cancellationToken)
            : await AccountAddressees.WritersAsync(scope, languages, cancellationToken);
        foreach (var receiver in receivers)
        {
            using var spoken = SpokenLanguage.Begin(receiver.Language);
            var until = end.InZone(handbook.Zone).LocalDateTime.ToString("g", CultureInfo.CurrentCulture);
            var price = quote.Settlement == QuoteSettlement.Money
                ? texts["Mail.InMoney", MoneyText.Format(total, CultureInfo.CurrentUICulture), quote.Minutes]
                : texts["Mail.InHours", quote.Minutes / 60, quote.Minutes % 60];
            await outbox.EnqueueAsync(
                scope,
                new Mail(
                    receiver.Email,
                    texts[$"Mail.{name}.Subject", ticket.Number, ticket.Subject],
                    texts[$"Mail.{name}.Body", receiver.Name, ticket.Number, ticket.Subject, quote.Description, price.Value, until, link, handbook.House.Name],
                    receiver.Language.Code,
                    scope.AccountId,
                    MailKind.Quote),
                cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Addressee>> StaffAsync(AccountScope scope, Ticket ticket, QuoteRow quote, CancellationToken cancellationToken)
    {
        var who = ticket.AssigneeId ?? quote.IssuedBy;
        var people = await scope.Db.Users.Where(user => user.Id == who && !user.IsErased && user.Email != null)
            .Select(user => new { user.Email, user.DisplayName, user.Language, user.TimeZone }).ToListAsync(cancellationToken);
        return
        [
            .. people.Select(person => new Addressee(
                person.Email!, person.DisplayName, languages.Find(person.Language) ?? languages.Default, person.TimeZone)),
        ];
    }
}
