using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Notices;
using Storefront.Tests.Features.Api;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>The desk's pages of payments, and what the customer sees of its credit.</summary>
public sealed class PaymentDeskPageTests(TecnoShop shop) : IClassFixture<TecnoShop>
{
    private readonly StorefrontHost host = shop.Host;

    [Fact]
    public async Task TEC_03_What_is_refused_in_the_queue_stays_where_it_was_typed_and_the_page_where_it_was()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = await StaffMember.HireAsync(host);
        var first = await NotifyAsync(buyer, "a");
        var second = await NotifyAsync(buyer, "b");
        using var desk = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await desk.OpenAsync($"/desk/payments?after={first.Number}");
        Assert.Equal("Payments", desk.Page.QuerySelector(".site-nav [aria-current=page]")?.TextContent);
        await desk.SubmitAsync("form.told-confirm", ("received", "twelve"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        var typed = Assert.IsType<IHtmlInputElement>(desk.Page.QuerySelector($"#received-{second.Number}"), exactMatch: false);
        Assert.Equal(("twelve", "true"), (typed.Value, typed.GetAttribute("aria-invalid")));
        Assert.NotEmpty(desk.Page.QuerySelector($"#{typed.GetAttribute("aria-describedby")}")!.TextContent);
        Assert.Null(desk.Page.QuerySelector($"#received-{first.Number}"));
        await desk.SubmitAsync(".told-card details form", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.True(desk.Page.QuerySelector(".told-card details")!.HasAttribute("open"));
        await desk.SubmitAsync("form.told-confirm", ("received", "831.10"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/desk/payments?after={first.Number}"), (desk.Status, desk.Location));

        await desk.OpenAsync("/desk/invoices");
        Assert.Equal("Payments", desk.Page.QuerySelector(".site-nav [aria-current=page]")?.TextContent);
        using var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await customer.OpenAsync("/credit");
        Assert.Contains("Paid beyond the order", customer.Text, StringComparison.Ordinal);
        Assert.Contains("10.00", customer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_give_a_payment_back_on_its_page_or_by_the_API_and_customers_find_neither()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = await StaffMember.HireAsync(host);
        var told = await NotifyAsync(buyer, "c");
        await buyer.Get<ConfirmPayment>().HandleAsync(new NoticeKey(told.AccountId, told.Id), received: null, evenIfSeenBefore: false, staff.Viewer, CancellationToken.None);
        await using var db = host.Db();
        var payment = await db.Set<Payment>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account);
        var page = $"/desk/payments/{buyer.Account.Value}/{payment.Id.Value}";
        using var desk = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await desk.OpenAsync(page);
        await desk.SubmitAsync("main form.form", ("Input.Amount", "21.10"), ("Input.Reference", ""), ("Input.Reason", "Discount"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal("21.10", ((IHtmlInputElement)desk.Page.QuerySelector("#Input_Amount")!).Value);
        await desk.SubmitAsync("main form.form", ("Input.Amount", "21.10"), ("Input.Reference", "B-77"), ("Input.Reason", "Discount"));
        Assert.Equal(HttpStatusCode.SeeOther, desk.Status);
        await desk.OpenAsync(page);
        Assert.Contains("B-77", desk.Text, StringComparison.Ordinal);
        Assert.Equal("800.00", ((IHtmlInputElement)desk.Page.QuerySelector("#Input_Amount")!).Value);
        await desk.OpenAsync($"/desk/payments/{buyer.Account.Value}/{Guid.Empty}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);

        using var customer = await ApiProgram.OfCustomerAsync(host, buyer);
        const string query = "{ account { payments { id refunds { amount { amount } status reference } } creditEntries { nodes { cause } } } }";
        var seen = (await customer.AskAsync(query)).GetProperty("account").GetProperty("payments")[0];
        Assert.Equal("""[{"amount":{"amount":"21.10"},"status":"DONE","reference":"B-77"}]""", seen.GetProperty("refunds").GetRawText());
        var mutation = $$"""mutation { refundPayment(input: { paymentId: "{{seen.GetProperty("id").GetString()}}", amount: "800.01", reference: "B-78", idempotencyKey: "k" }) { paymentRefund { status } errors { __typename } } }""";
        using var program = await ApiProgram.OfStaffAsync(host);
        var refused = (await program.PostAsync(mutation)).GetProperty("data").GetProperty("refundPayment");
        Assert.Equal("RefundBeyondPaymentError", refused.GetProperty("errors")[0].GetProperty("__typename").GetString());
        var given = (await program.AskAsync(mutation.Replace("800.01", "800.00", StringComparison.Ordinal))).GetProperty("refundPayment");
        Assert.Equal(JsonValueKind.Null, given.GetProperty("errors").ValueKind);
        Assert.Equal("DONE", given.GetProperty("paymentRefund").GetProperty("status").GetString());
        await using var after = host.Db();
        Assert.Equal(PaymentStatus.Refunded, (await after.Set<Payment>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account)).Status);
    }

    [Fact]
    public async Task TEC_03_Another_way_to_pay_is_offered_once_and_beneath_how_the_chosen_one_is_paid()
    {
        var buyer = await Buyer.OpenAsync(host);
        var order = await buyer.OrderAsync(PackageShop.Wish("cms", "clara", "USD", "zelle", "d"));
        using var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await customer.OpenAsync($"/orders/{order.Reference}");

        var ways = customer.Page.QuerySelectorAll<IHtmlInputElement>("main input[name=method]").Select(way => way.Value).ToList();
        Assert.True(ways.Count > 1);
        Assert.Equal(ways.Distinct(), ways);
        Assert.Equal("zelle", Assert.IsType<IHtmlInputElement>(customer.Page.QuerySelector("main input[name=method][checked]"), exactMatch: false).Value);
        var disclosure = customer.Page.QuerySelector("details.disclosure:has(input[name=method])")!;
        Assert.True(customer.Page.QuerySelector("#offline-title")!.CompareDocumentPosition(disclosure).HasFlag(DocumentPositions.Following));
        Assert.NotEmpty(disclosure.QuerySelector("fieldset legend")!.TextContent);

        await customer.SubmitAsync("details.disclosure form", ("method", ways.First(way => way != "zelle" && way != "card")));
        Assert.EndsWith($"/orders/{order.Reference}", customer.Location, StringComparison.Ordinal);
        Assert.NotEqual("zelle", (await buyer.ReadOrderAsync(order.Reference)).PaymentMethod);
    }

    private static async Task<PaymentNotice> NotifyAsync(Buyer buyer, string key)
    {
        var order = await buyer.OrderAsync(PackageShop.Wish("cms", "clara", "USD", "zelle", key));
        var told = await buyer.Get<NotifyPayment>().HandleAsync(
            new NotifyPaymentInput(order.Reference, "821.10", "USD", PaidOn: null, BankReference: null, Note: null, Proof: null, Guid.CreateVersion7().ToString("N")),
            buyer.Viewer,
            CancellationToken.None);
        return told.Value;
    }
}
