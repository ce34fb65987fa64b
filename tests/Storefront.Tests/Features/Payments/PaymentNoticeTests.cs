using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Invoices;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Features.Checkout;
using Storefront.Features.Invoices;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Hosting.Viewers;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Attachments;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>Paid past the card: told, looked at, confirmed, and what becomes of too little, too much and the same thing twice.</summary>
public sealed class PaymentNoticeTests(TecnoShop shop) : IClassFixture<TecnoShop>
{
    private static readonly Money Total = new(821_10, Currency.Usd);

    private readonly StorefrontHost host = shop.Host;

    [Fact]
    public async Task TEC_02_TEC_03_A_package_paid_by_Zelle_begins_when_staff_confirm_it_and_its_invoice_falls_due()
    {
        var buyer = await Buyer.OpenAsync(host);
        var order = await OrderAsync(buyer);
        Assert.EndsWith($"/orders/{order.Reference}", order.Url!.AbsolutePath, StringComparison.Ordinal);

        var told = (await NotifyAsync(buyer, order.Reference, "821.10")).Value;
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        Assert.Equal(buyer.Get<Handbook>().Calendar.AddBusinessTime(told.NotifiedAt, Duration.FromHours(8)), told.AnswerBy);
        Assert.Null((await shop.ProjectAsync(buyer)).PaidAt);
        var confirmed = await ConfirmAsync(told, staff);

        Assert.Equal(PaymentNoticeStatus.Confirmed, confirmed.Value.Status);
        Assert.IsType<NoticeDecidedAlready>((await ConfirmAsync(told, staff)).Refusal);
        var outcome = await buyer.ReadAsync();
        Assert.Equal(($"Paid {Total}", $"Succeeded {Total}"), (outcome.Orders, outcome.Payments));
        Assert.NotNull((await shop.ProjectAsync(buyer)).PaidAt);
        await using var db = host.Db();
        Assert.Equal(InvoiceKind.Invoice, (await db.Set<Invoice>().SingleAsync(row => row.AccountId == buyer.Account)).Kind);
        Assert.Equal(1, await db.Set<MailRow>().CountAsync(row => row.AccountId == buyer.Account && row.Subject.Contains(order.Reference)));
    }

    [Fact]
    public async Task TEC_03_Too_little_stays_on_the_order_and_too_much_becomes_credit_that_pays_the_next()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var order = await OrderAsync(buyer);
        await ConfirmAsync((await NotifyAsync(buyer, order.Reference, "800", "A-1")).Value, staff);
        Assert.Equal((OrderStatus.AwaitingPayment, 21_10L), await LeftAsync(buyer, order.Reference));
        await ConfirmAsync((await NotifyAsync(buyer, order.Reference, "30", "A-2")).Value, staff);

        Assert.Equal((OrderStatus.Paid, 0L), await LeftAsync(buyer, order.Reference));
        Assert.Equal([new Money(8_90, Currency.Usd)], await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None));
        await using var db = host.Db();
        Assert.Equal(Total.MinorUnits, await db.Set<Invoice>().Where(row => row.AccountId == buyer.Account).SumAsync(row => row.Total.MinorUnits));

        // Money for an order that takes none any more is not lost either.
        var late = await NotifyAsync(buyer, order.Reference, "5", "A-3");
        Assert.IsType<OrderNotPayable>(late.Refusal);
    }

    [Fact]
    public async Task TEC_03_The_same_proof_or_number_is_caught_within_an_account_and_shown_to_staff_alone_across_accounts()
    {
        var (buyer, other) = (await Buyer.OpenAsync(host), await Buyer.OpenAsync(host));
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var (order, foreign) = (await OrderAsync(buyer), await OrderAsync(other));
        var first = (await NotifyAsync(buyer, order.Reference, "100", "777-1", await UploadAsync(buyer, "proof.png", 1))).Value;

        Assert.Equal(new PaymentNotifiedAlready(first.Number), (await NotifyAsync(buyer, order.Reference, "200", "777 1")).Refusal);
        Assert.Equal(new PaymentNotifiedAlready(first.Number), (await NotifyAsync(buyer, order.Reference, "200", null, await UploadAsync(buyer, "again.png", 1))).Refusal);
        var copied = (await NotifyAsync(other, foreign.Reference, "100", "8", await UploadAsync(other, "mine.png", 1))).Value;
        await ConfirmAsync(first, staff);

        Assert.Equal(new PaymentSeenBefore(first.Number), (await ConfirmAsync(copied, staff)).Refusal);
        var (lines, _) = await buyer.Get<NoticeQueueReader>().ListWaitingAsync(copied.Number - 1, CancellationToken.None);
        Assert.Equal((first.Number, false), lines[0].Twins.Select(twin => (twin.Number, twin.IsOwn)).Single());
        Assert.Null((await buyer.Get<ConfirmPayment>().HandleAsync(KeyOf(copied), null, evenIfSeenBefore: true, staff, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task TEC_03_What_cannot_be_true_is_refused_and_nothing_is_kept()
    {
        var buyer = await Buyer.OpenAsync(host);
        var order = await OrderAsync(buyer);
        var card = await buyer.OrderAsync(PackageShop.Wish("cms", "clara", "USD", key: "card"));
        var text = await UploadAsync(buyer, "proof.csv", 2);

        Assert.IsType<ProofNotADocument>((await NotifyAsync(buyer, order.Reference, "100", null, text)).Refusal);
        Assert.IsType<NoticeNotNeeded>((await NotifyAsync(buyer, card.Reference, "100")).Refusal);
        Assert.IsType<NotFound>((await NotifyAsync(buyer, "TECNOSOLUCIONES-1", "100")).Refusal);
        Assert.IsType<PaidInTheFuture>((await NotifyAsync(buyer, order.Reference, "100", paidOn: new LocalDate(2026, 11, 3))).Refusal);
        Assert.IsType<PaidBeforeOrder>((await NotifyAsync(buyer, order.Reference, "100", paidOn: new LocalDate(2020, 1, 1))).Refusal);
        Assert.IsType<NoticeTextNotValid>((await NotifyAsync(buyer, order.Reference, "100", new string('9', 81))).Refusal);
        await using var db = host.Db();
        Assert.Equal(0, await db.Set<PaymentNotice>().CountAsync(row => row.AccountId == buyer.Account));
        Assert.Null((await db.Set<Attachment>().SingleAsync(row => row.AccountId == buyer.Account)).PaymentNoticeId);
    }

    [Fact]
    public async Task TEC_03_A_rejection_says_why_can_be_told_again_and_a_reversal_owes_a_credit_note()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var order = await OrderAsync(buyer);
        var told = (await NotifyAsync(buyer, order.Reference, "821.10", "R-1")).Value;
        var reject = buyer.Get<RejectPayment>();

        Assert.IsType<RejectionReasonMissing>((await reject.HandleAsync(KeyOf(told), " ", staff, CancellationToken.None)).Refusal);
        Assert.IsType<NotFound>((await reject.HandleAsync(KeyOf(told), "No", buyer.Viewer, CancellationToken.None)).Refusal);
        Assert.Equal("Not on our account", (await reject.HandleAsync(KeyOf(told), "Not on our account", staff, CancellationToken.None)).Value.Reason);
        var again = (await NotifyAsync(buyer, order.Reference, "821.10", "R-1")).Value;
        Assert.Null((await ConfirmAsync(again, staff)).Refusal);
        var reversed = await buyer.Get<ReversePayment>().HandleAsync(KeyOf(again), staff, CancellationToken.None);

        Assert.Equal(PaymentNoticeStatus.Reversed, reversed.Value.Status);
        var outcome = await buyer.ReadAsync();
        Assert.Equal($"Refunded {Total}", outcome.Payments);
        Assert.Equal((OrderStatus.AwaitingPayment, Total.MinorUnits), await LeftAsync(buyer, order.Reference));
        await using var db = host.Db();
        Assert.Equal([InvoiceKind.Invoice, InvoiceKind.CreditNote], await db.Set<Invoice>().Where(row => row.AccountId == buyer.Account).OrderBy(row => row.Entry).Select(row => row.Kind).ToListAsync());
    }

    private static async Task<CheckoutStarted> OrderAsync(Buyer buyer) =>
        await buyer.OrderAsync(PackageShop.Wish("cms", "clara", "USD", "zelle"));

    private static Task<Result<PaymentNotice>> NotifyAsync(
        Buyer buyer, string reference, string amount, string? number = null, AttachmentId? proof = null, LocalDate? paidOn = null) =>
        buyer.Get<NotifyPayment>().HandleAsync(
            new NotifyPaymentInput(reference, amount, "USD", paidOn ?? new LocalDate(2026, 11, 2), number, "From the bank", proof, Guid.CreateVersion7().ToString("N")),
            buyer.Viewer,
            CancellationToken.None);

    private Task<Result<PaymentNotice>> ConfirmAsync(PaymentNotice notice, Viewer staff) =>
        host.Services.GetRequiredService<ConfirmPayment>().HandleAsync(KeyOf(notice), received: null, evenIfSeenBefore: false, staff, CancellationToken.None);

    private static NoticeKey KeyOf(PaymentNotice notice) => new(notice.AccountId, notice.Id);

    private static async Task<AttachmentId> UploadAsync(Buyer buyer, string name, byte seed)
    {
        byte[] content = name.EndsWith(".png", StringComparison.Ordinal) ? [.. SampleFiles.Of(".png"), seed] : "a,b\n"u8.ToArray();
        var kept = await buyer.Get<UploadAttachment>().HandleAsync(
            buyer.Account, buyer.Viewer.UserId, new UploadedFile(name, content.Length, () => new MemoryStream(content)), CancellationToken.None);
        return kept.Value.Id;
    }

    private static async Task<(OrderStatus, long)> LeftAsync(Buyer buyer, string reference)
    {
        var order = await buyer.ReadOrderAsync(reference);
        return (order.Status, order.ToDomain().Left.MinorUnits);
    }
}
