using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Payments.Billing;
using Storefront.Features.Payments.Refunds;

namespace Storefront.Features.Payments;

/// <summary>What the account has paid.</summary>
[ExtendObjectType<AccountView>]
public static class PaymentQueries
{
    /// <summary>The payments, the latest first; at most fifty.</summary>
    [Authorize(Scopes = ["billing:read"])]
    [ListSize(AssumedSize = 50)]
    public static async Task<IReadOnlyList<PaymentInfo>> PaymentsAsync(
        [Parent] AccountView account, BillingReader billing, CancellationToken cancellationToken) =>
        [.. (await billing.ListPaymentsAsync(account.AccountId, cancellationToken)).Select(payment => PaymentInfo.Of(account.AccountId, payment))];

    /// <summary>The invoices as Stripe has issued them, the latest first; null when Stripe does not answer.</summary>
    [GraphQLDeprecated("The house's own numbered invoices, of whatever way of paying, are issuedInvoices.")]
    [Authorize(Scopes = ["billing:read"])]
    [ListSize(AssumedSize = 50)]
    public static async Task<IReadOnlyList<InvoiceInfo>?> InvoicesAsync(
        [Parent] AccountView account, BillingReader billing, CancellationToken cancellationToken) =>
        (await billing.ReadAsync(account.AccountId, cancellationToken)).Invoices is { } invoices
            ?
            [
                .. invoices.Select(invoice => new InvoiceInfo(
                    invoice.Number, invoice.IssuedAt, invoice.Net, invoice.Tax, invoice.Total, invoice.Status, invoice.Page?.ToString())),
            ]
            : null;
}

/// <summary>Money that was received, or that somebody tried to pay.</summary>
/// <param name="Amount">Tax included.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Method">The payment method, by the house's key.</param>
/// <param name="ReceivedAt">When it was first heard of.</param>
/// <param name="TermStart">The first day that it paid for; null when it paid for none.</param>
/// <param name="TermEnd">The day after the last day that it paid for; null when it paid for none.</param>
/// <param name="OrderReference">The reference of the order that it paid; null for a renewal.</param>
/// <param name="Refunded">How much of it went back: nothing, a part or all.</param>
[ObjectType("Payment")]
public sealed record PaymentInfo(
    Money Amount, PaymentStatus Status, string Method, Instant ReceivedAt, LocalDate? TermStart, LocalDate? TermEnd, string? OrderReference, Money Refunded)
{
    internal PaymentKey Key { get; init; }

    internal static PaymentInfo Of(AccountId account, PaymentView payment) => new(
        payment.Amount, payment.Status, payment.Method, payment.ReceivedAt, payment.TermStart, payment.TermEnd, payment.OrderReference, payment.Refunded)
    {
        Key = new PaymentKey(account, payment.Id),
    };
}

/// <summary>An invoice.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="Amount">Without tax.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Total">Both.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Url">Where it can be read and, if open, paid.</param>
[ObjectType("Invoice")]
public sealed record InvoiceInfo(string Number, Instant IssuedAt, Money Amount, Money Tax, Money Total, InvoiceStatus Status, string? Url);
