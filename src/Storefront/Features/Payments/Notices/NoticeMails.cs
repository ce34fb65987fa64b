using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Payments.Notices;

/// <summary>Tells the owners of an account what staff found, each in its language.</summary>
public sealed class NoticeMails(IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<NoticesTexts> texts, SiteLanguages languages)
{
    internal Task ConfirmedAsync(AccountScope scope, PaymentNotice notice, Order order, Money came, Money credited, CancellationToken cancellationToken)
    {
        var left = order.ToDomain().Left;
        return SendAsync(
            scope, order, "Confirmed", culture => string.Join(
                "\n",
                new[]
                {
                    texts["Mail.Came", MoneyText.Format(came, culture), order.Reference].Value,
                    left.IsPositive && order.Status == Domain.Orders.OrderStatus.AwaitingPayment ? texts["Mail.Left", MoneyText.Format(left, culture)].Value : null,
                    credited.IsPositive ? texts["Mail.Credited", MoneyText.Format(credited, culture)].Value : null,
                }.OfType<string>()),
            cancellationToken);
    }

    internal Task RejectedAsync(AccountScope scope, PaymentNotice notice, Order order, CancellationToken cancellationToken) =>
        SendAsync(
            scope, order, "Rejected",
            culture => texts["Mail.Why", MoneyText.Format(notice.Amount, culture), order.Reference, notice.Reason ?? ""].Value,
            cancellationToken);

    /// <summary>An upgrade that was paid in part is withdrawn, because the plan changed meanwhile.</summary>
    internal Task OutdatedAsync(AccountScope scope, Order order, Money kept, CancellationToken cancellationToken) =>
        SendAsync(scope, order, "Outdated", culture => texts["Mail.Kept", MoneyText.Format(kept, culture), order.Reference].Value, cancellationToken);

    private async Task SendAsync(AccountScope scope, Order order, string name, Func<CultureInfo, string> said, CancellationToken cancellationToken)
    {
        var link = address.To($"orders/{order.Reference}").AbsoluteUri;
        foreach (var owner in await AccountAddressees.OwnersAsync(scope, languages, cancellationToken))
        {
            using var spoken = SpokenLanguage.Begin(owner.Language);
            var mail = new Mail(
                owner.Email,
                texts[$"Mail.{name}.Subject", order.Reference],
                texts["Mail.Body", owner.Name, said(owner.Language.Culture), link, handbook.House.Name],
                owner.Language.Code,
                scope.AccountId,
                MailKind.Receipt);
            await outbox.EnqueueAsync(scope, mail, cancellationToken);
        }
    }
}
