using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Invoices;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Invoices;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Refunds;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Payments;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Payments.PackagePayments;

namespace Storefront.Tests.Features.Payments;

/// <summary>Money that goes back, by card and past us: order, project, credit and invoice say so, once, and never more than came.</summary>
public sealed class RefundTests(TecnoShop shop) : IClassFixture<TecnoShop>
{
    private readonly StorefrontHost host = shop.Host;

    [Fact]
    public async Task A_card_payment_is_given_back_in_part_which_the_order_owes_again_and_whole_which_ends_it()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var order = await BuyByCardAsync(buyer);
        var payment = await shop.PaymentAsync(buyer);

        var part = (await RefundAsync(buyer, payment, staff, "100.50")).Value;
        Assert.Equal((RefundStatus.Done, new Money(100_50, Currency.Usd)), (part.Status, part.Amount));
        Assert.Equal((OrderStatus.AwaitingPayment, 100_50L), await LeftAsync(buyer, order));
        Assert.Null((await shop.ProjectAsync(buyer)).PaidAt);
        Assert.Equal(new RefundBeyondPayment(new Money(720_60, Currency.Usd)), (await RefundAsync(buyer, payment, staff, "720.61")).Refusal);

        // Stripe's own news of it changes nothing more; what is given back there is taken over.
        await buyer.SettleAsync();
        await buyer.Get<StripeClient>().V1.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = payment.StripePaymentIntentId, Amount = 20_60 });
        await buyer.SettleAsync();
        Assert.Equal((OrderStatus.AwaitingPayment, 121_10L), await LeftAsync(buyer, order));
        Assert.Null((await RefundAsync(buyer, payment, staff, amount: null)).Refusal);
        await buyer.SettleAsync();

        Assert.Equal($"Refunded {Total}", (await buyer.ReadAsync()).Payments);
        Assert.Equal((OrderStatus.Refunded, Total.MinorUnits), await LeftAsync(buyer, order));
        var project = await shop.ProjectAsync(buyer);
        Assert.Equal((Money.Zero(Currency.Usd), Money.Zero(Currency.Usd)), (project.Paid, project.Balance));
        Assert.Equal((ProjectStatus.Canceled, SuspensionCause.OrderRefunded), (project.Status, project.Suspension!.Cause));
        var opened = await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, buyer.Viewer, CancellationToken.None);
        Assert.Equal((OrderStatus.Refunded, null), (opened.Value.Status, opened.Value.Url));
        Assert.Equal([821_10L, -100_50L, -20_60L, -700_00L], await DocumentsAsync(buyer));
    }

    [Fact]
    public async Task What_is_sent_back_past_us_needs_its_number_and_is_put_down_once()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var order = await OrderAsync(buyer, "zelle");
        await ConfirmAsync(buyer, staff, order, "821.10");
        var payment = await shop.PaymentAsync(buyer);

        Assert.IsType<RefundReferenceMissing>((await RefundAsync(buyer, payment, staff, "10", reference: " ")).Refusal);
        Assert.Equal("reference", Assert.IsType<NoticeTextNotValid>((await RefundAsync(buyer, payment, staff, "10", new string('7', 81))).Refusal).Field);
        Assert.IsType<NotFound>((await RefundAsync(buyer, payment, buyer.Viewer, "10")).Refusal);
        Assert.IsType<NotFound>((await buyer.Get<RefundPayment>().HandleAsync(
            new RefundPaymentInput(new PaymentKey(buyer.Account, new PaymentId(Guid.Empty)), "10", "B-1", null, "nowhere"), staff, CancellationToken.None)).Refusal);

        var twice = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => RefundAsync(buyer, payment, staff, "21.10", "B-1", "same")));
        Assert.Equal(twice[0].Value.Id, twice[1].Value.Id);
        Assert.IsType<IdempotencyKeyReused>((await RefundAsync(buyer, payment, staff, "21.11", "B-1", "same")).Refusal);
        Assert.Equal((OrderStatus.AwaitingPayment, 21_10L), await LeftAsync(buyer, order));

        // Many who give back at once never give back more than came.
        var many = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => RefundAsync(buyer, payment, staff, "300", $"C-{number}")));
        Assert.Equal(2, many.Count(refund => !refund.IsRefused));
        Assert.All(many.Where(refund => refund.IsRefused), refund => Assert.IsType<RefundBeyondPayment>(refund.Refusal));
        Assert.Equal([821_10L, -21_10L, -300_00L, -300_00L], await DocumentsAsync(buyer));
    }

    [Fact]
    public async Task FLU_21_What_a_card_paid_beyond_the_order_is_credit_and_goes_back_first()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var order = await shop.PayByCardBesideAsync(buyer, new Money(800_00, Currency.Usd));

        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
        Assert.Equal($"Succeeded {Total}", (await buyer.ReadAsync()).Payments);
        Assert.Equal([new Money(800_00, Currency.Usd)], await CreditAsync(buyer));
        Assert.Equal([21_10L], await DocumentsAsync(buyer));

        await RefundAsync(buyer, await shop.PaymentAsync(buyer), staff, "750");
        Assert.Equal([new Money(50_00, Currency.Usd)], await CreditAsync(buyer));
        Assert.Equal([21_10L], await DocumentsAsync(buyer));
        await RefundAsync(buyer, await shop.PaymentAsync(buyer), staff, amount: null);
        Assert.Empty(await CreditAsync(buyer));
        Assert.Equal([21_10L, -21_10L], await DocumentsAsync(buyer));
        Assert.Equal((OrderStatus.AwaitingPayment, 21_10L), await LeftAsync(buyer, order));
    }

    [Fact]
    public async Task FLU_21_A_second_card_payment_of_what_is_paid_becomes_credit_whole_and_used_credit_is_not_given_back()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var order = await shop.PayByCardBesideAsync(buyer, Total);
        Assert.Equal([Total], await CreditAsync(buyer));
        Assert.Empty(await DocumentsAsync(buyer));

        var next = await OrderAsync(buyer, "zelle", "next");
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(next.Reference)).Status);
        Assert.Equal(new RefundBeyondPayment(Money.Zero(Currency.Usd)), (await RefundAsync(buyer, await shop.PaymentAsync(buyer, "card"), staff, amount: null)).Refusal);

        // What credit paid goes back to the credit, and from there to the card.
        Assert.Null((await RefundAsync(buyer, await shop.PaymentAsync(buyer, CreditLedger.Method), staff, "21.10", reference: null)).Refusal);
        Assert.Equal([new Money(21_10, Currency.Usd)], await CreditAsync(buyer));
        Assert.Null((await RefundAsync(buyer, await shop.PaymentAsync(buyer, "card"), staff, amount: null)).Refusal);
        Assert.Empty(await CreditAsync(buyer));
        Assert.Equal((OrderStatus.AwaitingPayment, 21_10L), await LeftAsync(buyer, next));
    }

    [Fact]
    public async Task FLU_21_Credit_that_no_payment_left_behind_is_booked_once_and_paid_out_with_the_banks_number()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var order = await OrderAsync(buyer, "zelle");
        var old = new Money(45_00, Currency.Usd);
        await shop.WithOrderAsync(buyer, order.Reference, (scope, row) =>
            CreditLedger.PostAsync(scope, old, CreditCause.Surplus, $"old:{row.Id.Value:N}", row.Id, CancellationToken.None));
        await ConfirmAsync(buyer, staff, order, "821.10");
        var book = buyer.Get<BookCredit>();
        Assert.Equal([old], (await buyer.Get<CreditReader>().ReadDeskAsync(buyer.Account, CancellationToken.None))!.Loose);

        Assert.IsType<NotFound>((await book.HandleAsync(buyer.Account, "USD", "own", buyer.Viewer, CancellationToken.None)).Refusal);
        Assert.IsType<NotFound>((await book.HandleAsync(buyer.Account, "COP", "other", staff, CancellationToken.None)).Refusal);
        var twice = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => book.HandleAsync(buyer.Account, "USD", "once", staff, CancellationToken.None)));
        Assert.Equal(twice[0].Value, twice[1].Value);
        Assert.IsType<NotFound>((await book.HandleAsync(buyer.Account, "USD", "again", staff, CancellationToken.None)).Refusal);

        var given = await buyer.Get<RefundPayment>().HandleAsync(
            new RefundPaymentInput(twice[0].Value, Amount: null, "B-77", Reason: null, "out"), staff, CancellationToken.None);
        Assert.Equal((RefundStatus.Done, old, "B-77"), (given.Value.Status, given.Value.Amount, given.Value.Reference));
        Assert.Empty(await CreditAsync(buyer));
        Assert.Equal([821_10L], await DocumentsAsync(buyer));
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
    }

    private static Task<Result<PaymentRefund>> RefundAsync(
        Buyer buyer, Payment payment, Viewer staff, string? amount, string? reference = "B-0", string? key = null) =>
        buyer.Get<RefundPayment>().HandleAsync(
            new RefundPaymentInput(new PaymentKey(buyer.Account, payment.Id), amount, reference, "Agreed", key ?? Guid.CreateVersion7().ToString("N")),
            staff,
            CancellationToken.None);

    /// <summary>Invoices and, negative, credit notes, in the order in which they came up.</summary>
    private async Task<List<long>> DocumentsAsync(Buyer buyer)
    {
        await using var db = host.Db();
        var rows = await db.Set<Invoice>().AsNoTracking().Where(row => row.AccountId == buyer.Account).OrderBy(row => row.Entry).ToListAsync();
        return rows.ConvertAll(row => row.Kind == InvoiceKind.Invoice ? row.Total.MinorUnits : -row.Total.MinorUnits);
    }

    private static async Task<(OrderStatus, long)> LeftAsync(Buyer buyer, CheckoutStarted order)
    {
        var row = await buyer.ReadOrderAsync(order.Reference);
        return (row.Status, row.ToDomain().Left.MinorUnits);
    }
}
