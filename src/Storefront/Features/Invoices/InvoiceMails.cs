using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Invoices;

/// <summary>Sends the owners of an account the link to what was issued, each in its language.</summary>
public sealed class InvoiceMails(
    IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<InvoicesTexts> texts, SiteLanguages languages)
{
    /// <summary>Who gets it.</summary>
    internal Task<IReadOnlyList<Addressee>> ReceiversAsync(AccountScope scope, CancellationToken cancellationToken) =>
        AccountAddressees.OwnersAsync(scope, languages, cancellationToken);

    internal async Task IssuedAsync(
        AccountScope scope, Invoice invoice, string number, IReadOnlyList<Addressee> receivers, CancellationToken cancellationToken)
    {
        var link = address.To(string.Create(CultureInfo.InvariantCulture, $"invoices/{invoice.Id.Value:D}")).AbsoluteUri;
        foreach (var receiver in receivers)
        {
            using var spoken = SpokenLanguage.Begin(receiver.Language);
            var mail = new Mail(
                receiver.Email,
                texts[$"Mail.{invoice.Kind}.Subject", number, handbook.House.Name],
                texts[$"Mail.{invoice.Kind}.Body", receiver.Name, number, MoneyText.Format(invoice.Total, receiver.Language.Culture), link, handbook.House.Name],
                receiver.Language.Code,
                scope.AccountId,
                MailKind.Receipt);
            await outbox.EnqueueAsync(scope, mail, cancellationToken);
        }
    }
}
