using System.Globalization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>How an order is paid past us, and what became of it so far.</summary>
/// <param name="Order">The order.</param>
/// <param name="Method">The way to pay.</param>
/// <param name="Due">What is to be paid now, or was to be until the order expired; zero where nothing is.</param>
/// <param name="Credit">What the house owes the account in that currency.</param>
/// <param name="Link">Where it is paid, with the order's reference in it; null where there is no such page.</param>
/// <param name="Pix">The Pix in one line, to be copied; null where it is paid otherwise.</param>
/// <param name="AnswerBy">By when staff have looked at what is told now.</param>
/// <param name="Notices">What was told, the latest first.</param>
public sealed record OfflinePaymentView(
    OrderView Order, PaymentMethod Method, Money Due, Money Credit, Uri? Link, string? Pix, Instant AnswerBy, IReadOnlyList<PaymentNotice> Notices)
{
    /// <summary>What came beyond what the order costs, and became credit; nothing where nothing was told.</summary>
    public Money Beyond { get; init; }

    /// <summary>Whether something keeps it from being paid just now, which the order's page says.</summary>
    public bool IsHindered { get; init; }

    /// <summary>Whether it is not to be paid any more, or not now: who did can still tell.</summary>
    public bool IsLate => Order.Status == OrderStatus.Expired || IsHindered;
}

/// <summary>Reads how an order is paid past us.</summary>
public sealed class OfflinePaymentReader(NoticeReader notices, CreditReader credits, Handbooks handbooks, BusinessClock clock)
{
    /// <summary>Null for an order that is paid otherwise.</summary>
    public async Task<OfflinePaymentView?> ReadAsync(AccountId account, OrderView order, CancellationToken cancellationToken)
    {
        var house = handbooks.Present;
        if ((order.Method is null ? null : house.FindPaymentMethod(order.Method.Key)) is not { Kind: PaymentMethodKind.Offline, ConfirmedWithinBusinessHours: { } hours } method)
        {
            return null;
        }

        var due = order.State.Reopen().DueNow;
        var told = await notices.ListAsync(account, order.Id, cancellationToken);
        var credit = (await credits.ListAsync(account, cancellationToken)).FirstOrDefault(credit => credit.Currency == order.Total.Currency);
        return new OfflinePaymentView(
            order,
            method,
            due,
            credit.Currency is null ? Money.Zero(order.Total.Currency) : credit,
            LinkOf(method, order.Reference, due),
            method.Pix is { } pix && due.IsPositive ? PixCode.Of(pix, due, order.Reference) : null,
            house.Calendar.AddBusinessTime(clock.GetCurrentInstant(), Duration.FromHours(hours)),
            told)
        {
            Beyond = told.Count == 0 ? Money.Zero(order.Total.Currency) : await credits.BeyondAsync(account, order, cancellationToken),
        };
    }

    private static Uri? LinkOf(PaymentMethod method, string reference, Money due) => method.Link is { } link && due.IsPositive
        ? new Uri(link
            .Replace("{reference}", Uri.EscapeDataString(reference), StringComparison.Ordinal)
            .Replace("{amount}", due.ToDecimalString(), StringComparison.Ordinal)
            .Replace("{currency}", due.Currency.Code.ToLower(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        : null;
}
