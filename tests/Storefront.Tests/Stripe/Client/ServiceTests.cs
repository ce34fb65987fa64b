using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Storefront.Stripe;
using Storefront.Stripe.Subscriptions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Stripe.Client;

/// <summary>What the storefront asks of Stripe, each request as it would be sent, compared with Stripe's description.</summary>
public sealed class ServiceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Segments = new(StringComparer.Ordinal)
    {
        ["billing_portal/sessions"] = "billing_portal.session",
        ["checkout/sessions"] = "checkout.session",
        ["coupons"] = "coupon",
        ["customers"] = "customer",
        ["events"] = "event",
        ["invoice_payments"] = "invoice_payment",
        ["invoiceitems"] = "invoiceitem",
        ["invoices"] = "invoice",
        ["payment_intents"] = "payment_intent",
        ["prices"] = "price",
        ["products"] = "product",
        ["refunds"] = "refund",
        ["subscription_items"] = "subscription_item",
        ["subscriptions"] = "subscription",
        ["tax_rates"] = "tax_rate",
        ["test_helpers/test_clocks"] = "test_helpers.test_clock",
    };

    [SharedTheory]
    [MemberData(nameof(Names))]
    public async Task A_request_is_one_that_Stripe_describes(string name)
    {
        await using var listener = await StripeListener.StartAsync(AnswerAsync);
        var (request, expected) = Requests[name];

        await request(listener.Client().V1);

        var received = Assert.Single(listener.Requests);
        received.AssertDescribed();
        Assert.Equal(expected, $"{received.Method} {received.Path} {string.Join(' ', received.Parameters.Order(StringComparer.Ordinal))}".TrimEnd());
    }

    public static TheoryData<string> Names => [.. Requests.Keys];

    private static readonly Dictionary<string, (Func<V1Services, Task> Send, string Expected)> Requests = new(StringComparer.Ordinal)
    {
        ["buy a plan by a price"] = (
            stripe => stripe.Checkout.Sessions.CreateAsync(new()
            {
                Mode = "subscription",
                Customer = "cus_1",
                ClientReferenceId = "order-7",
                Locale = "es-419",
                SuccessUrl = "https://s/ok?session={CHECKOUT_SESSION_ID}",
                CancelUrl = "https://s/back",
                ExpiresAt = Now.AddHours(1),
                LineItems = [new() { Price = "price_1", Quantity = 1 }],
                SubscriptionData = new()
                {
                    Metadata = new() { ["account"] = "7" },
                    BillingCycleAnchor = Now.AddDays(9),
                    ProrationBehavior = "none",
                    PendingInvoiceItemInterval = new() { Interval = "month", IntervalCount = 1 },
                    TrialSettings = new() { EndBehavior = new() { MissingPaymentMethod = "cancel" } },
                },
                Metadata = new() { ["order"] = "7" },
            }),
            "POST /v1/checkout/sessions cancel_url=https://s/back client_reference_id=order-7 customer=cus_1 expires_at=1795352400"
            + " line_items[0][price]=price_1 line_items[0][quantity]=1 locale=es-419 metadata[order]=7 mode=subscription"
            + " subscription_data[billing_cycle_anchor]=1796126400 subscription_data[metadata][account]=7"
            + " subscription_data[pending_invoice_item_interval][interval]=month subscription_data[pending_invoice_item_interval][interval_count]=1"
            + " subscription_data[proration_behavior]=none subscription_data[trial_settings][end_behavior][missing_payment_method]=cancel"
            + " success_url=https://s/ok?session={CHECKOUT_SESSION_ID}"),
        ["buy once with an amount"] = (
            stripe => stripe.Checkout.Sessions.CreateAsync(new()
            {
                Mode = "payment",
                CustomerEmail = "ana@ejemplo.cl",
                SuccessUrl = "https://s/ok",
                SubmitType = "pay",
                LineItems = [new() { Quantity = 1, PriceData = new() { Currency = "clp", UnitAmount = 300_000, ProductData = new() { Name = "Tienda" } } }],
                InvoiceCreation = new() { Enabled = true },
                PaymentIntentData = new() { SetupFutureUsage = "off_session" },
            }),
            "POST /v1/checkout/sessions customer_email=ana@ejemplo.cl invoice_creation[enabled]=true line_items[0][price_data][currency]=clp"
            + " line_items[0][price_data][product_data][name]=Tienda line_items[0][price_data][unit_amount]=300000 line_items[0][quantity]=1"
            + " mode=payment payment_intent_data[setup_future_usage]=off_session submit_type=pay success_url=https://s/ok"),
        ["read a session with what it made"] = (
            stripe => stripe.Checkout.Sessions.GetAsync("cs_1", new() { Expand = ["subscription", "invoice.payments"] }),
            "GET /v1/checkout/sessions/cs_1 expand[0]=subscription expand[1]=invoice.payments"),
        ["close a session"] = (stripe => stripe.Checkout.Sessions.ExpireAsync("cs_1"), "POST /v1/checkout/sessions/cs_1/expire"),
        ["sessions of a customer"] = (
            stripe => stripe.Checkout.Sessions.ListAsync(new() { Customer = "cus_1", Status = "open", Limit = 100 }),
            "GET /v1/checkout/sessions customer=cus_1 limit=100 status=open"),
        ["prices by lookup key"] = (
            stripe => stripe.Prices.ListAsync(new() { LookupKeys = ["business-year-clp", "growth-year-clp"], Active = true }),
            "GET /v1/prices active=true lookup_keys[0]=business-year-clp lookup_keys[1]=growth-year-clp"),
        ["a price that takes over a lookup key"] = (
            stripe => stripe.Prices.CreateAsync(new()
            {
                Currency = "clp",
                Product = "prod_1",
                UnitAmount = 3_240_000,
                LookupKey = "business-year-clp",
                TransferLookupKey = true,
                Recurring = new() { Interval = "year" },
                TaxBehavior = "exclusive",
            }),
            "POST /v1/prices currency=clp lookup_key=business-year-clp product=prod_1 recurring[interval]=year tax_behavior=exclusive"
            + " transfer_lookup_key=true unit_amount=3240000"),
        ["a product"] = (
            stripe => stripe.Products.CreateAsync(new() { Id = "plan_business", Name = "Business" }), "POST /v1/products id=plan_business name=Business"),
        ["a coupon for once"] = (
            stripe => stripe.Coupons.CreateAsync(new() { Id = "earned-1", AmountOff = 1451800, Currency = "uyu", Duration = "once", MaxRedemptions = 1, Name = "Silver" }),
            "POST /v1/coupons amount_off=1451800 currency=uyu duration=once id=earned-1 max_redemptions=1 name=Silver"),
        ["a page with a coupon"] = (
            stripe => stripe.Checkout.Sessions.CreateAsync(new() { Mode = "subscription", Discounts = [new() { Coupon = "earned-1" }], SuccessUrl = "https://shop.example/" }),
            "POST /v1/checkout/sessions discounts[0][coupon]=earned-1 mode=subscription success_url=https://shop.example/"),
        ["a customer on a test clock"] = (
            stripe => stripe.Customers.CreateAsync(new() { Email = "ana@ejemplo.cl", TestClock = "clock_1", Address = new() { Country = "CL", Line1 = "Av. 1" } }),
            "POST /v1/customers address[country]=CL address[line1]=Av. 1 email=ana@ejemplo.cl test_clock=clock_1"),
        ["erase a customer's data"] = (
            stripe => stripe.Customers.UpdateAsync("cus_1", new() { Name = "", Email = "", Metadata = new() { ["account"] = null } }),
            "POST /v1/customers/cus_1 email= metadata[account]= name="),
        ["upgrade without Stripe's own shares"] = (
            stripe => stripe.Subscriptions.UpdateAsync("sub_1", new()
            {
                Items = [new() { Id = "si_1", Price = "price_2" }],
                ProrationBehavior = "none",
                PaymentBehavior = "error_if_incomplete",
                BillingCycleAnchor = new() { Type = "unchanged" },
            }),
            "POST /v1/subscriptions/sub_1 billing_cycle_anchor[type]=unchanged items[0][id]=si_1 items[0][price]=price_2"
            + " payment_behavior=error_if_incomplete proration_behavior=none"),
        ["the upgrade's amount on the next invoice"] = (
            stripe => stripe.InvoiceItems.CreateAsync(new()
            {
                Customer = "cus_1",
                Subscription = "sub_1",
                Amount = 200_000,
                Currency = "clp",
                Description = "Essential → Business",
                Period = new() { Start = Now, End = Now.AddDays(20) },
            }),
            "POST /v1/invoiceitems amount=200000 currency=clp customer=cus_1 description=Essential → Business period[end]=1797076800"
            + " period[start]=1795348800 subscription=sub_1"),
        ["what an upgrade would cost"] = (
            stripe => stripe.Invoices.CreatePreviewAsync(new()
            {
                Subscription = "sub_1",
                SubscriptionDetails = new() { Items = [new() { Id = "si_1", Price = "price_2" }], ProrationBehavior = "none" },
                InvoiceItems = [new() { Amount = -5, Currency = "clp", Description = "x", Period = new() { Start = Now, End = Now } }],
            }),
            "POST /v1/invoices/create_preview invoice_items[0][amount]=-5 invoice_items[0][currency]=clp invoice_items[0][description]=x"
            + " invoice_items[0][period][end]=1795348800 invoice_items[0][period][start]=1795348800 subscription=sub_1"
            + " subscription_details[items][0][id]=si_1 subscription_details[items][0][price]=price_2 subscription_details[proration_behavior]=none"),
        ["cancel with the paid term"] = (
            stripe => stripe.Subscriptions.UpdateAsync("sub_1", new() { CancelAtPeriodEnd = true, CancellationDetails = new() { Feedback = "unused" } }),
            "POST /v1/subscriptions/sub_1 cancel_at_period_end=true cancellation_details[feedback]=unused"),
        ["cancel at once"] = (
            stripe => stripe.Subscriptions.CancelAsync("sub_1", new() { InvoiceNow = false, Prorate = false }),
            "DELETE /v1/subscriptions/sub_1 invoice_now=false prorate=false"),
        ["pause"] = (
            stripe => stripe.Subscriptions.UpdateAsync("sub_1", new() { PauseCollection = new() { Behavior = "void", ResumesAt = Now } }),
            "POST /v1/subscriptions/sub_1 pause_collection[behavior]=void pause_collection[resumes_at]=1795348800"),
        ["go on after a pause"] = (
            stripe =>
            {
                var options = new SubscriptionUpdateOptions { TrialEnd = Now.AddDays(30), ProrationBehavior = "none" };
                options.AddExtraParam("pause_collection", "");
                return stripe.Subscriptions.UpdateAsync("sub_1", options);
            },
            "POST /v1/subscriptions/sub_1 pause_collection= proration_behavior=none trial_end=1797940800"),
        ["resume"] = (
            stripe => stripe.Subscriptions.ResumeAsync("sub_1", new() { ProrationBehavior = "none" }), "POST /v1/subscriptions/sub_1/resume proration_behavior=none"),
        ["subscribe without the payment page"] = (
            stripe => stripe.Subscriptions.CreateAsync(new()
            {
                Customer = "cus_1",
                Items = [new() { PriceData = new() { Currency = "clp", Product = "prod_1", UnitAmount = 0, Recurring = new() { Interval = "month" } } }],
                TrialEnd = SubscriptionTrialEnd.Now,
            }),
            "POST /v1/subscriptions customer=cus_1 items[0][price_data][currency]=clp items[0][price_data][product]=prod_1"
            + " items[0][price_data][recurring][interval]=month items[0][price_data][unit_amount]=0 trial_end=now"),
        ["catch up from subscriptions"] = (
            stripe => stripe.Subscriptions.ListAsync(new() { Status = SubscriptionStatuses.All, Limit = 100, Expand = ["data.latest_invoice"] }),
            "GET /v1/subscriptions expand[0]=data.latest_invoice limit=100 status=all"),
        ["catch up from invoices"] = (
            stripe => stripe.Invoices.ListAsync(new() { Subscription = "sub_1", Created = new DateRangeOptions { GreaterThanOrEqual = Now } }),
            "GET /v1/invoices created[gte]=1795348800 subscription=sub_1"),
        ["an item of a subscription"] = (
            stripe => stripe.SubscriptionItems.UpdateAsync("si_1", new() { Price = "price_2", ProrationBehavior = "none" }),
            "POST /v1/subscription_items/si_1 price=price_2 proration_behavior=none"),
        ["items of a subscription"] = (
            stripe => stripe.SubscriptionItems.ListAsync(new() { Subscription = "sub_1" }), "GET /v1/subscription_items subscription=sub_1"),
        ["an invoice by hand"] = (
            stripe => stripe.Invoices.CreateAsync(new() { Customer = "cus_1", PendingInvoiceItemsBehavior = "include", AutoAdvance = false }),
            "POST /v1/invoices auto_advance=false customer=cus_1 pending_invoice_items_behavior=include"),
        ["finalize"] = (stripe => stripe.Invoices.FinalizeInvoiceAsync("in_1"), "POST /v1/invoices/in_1/finalize"),
        ["pay elsewhere"] = (stripe => stripe.Invoices.PayAsync("in_1", new() { PaidOutOfBand = true }), "POST /v1/invoices/in_1/pay paid_out_of_band=true"),
        ["void"] = (stripe => stripe.Invoices.VoidInvoiceAsync("in_1"), "POST /v1/invoices/in_1/void"),
        ["give up"] = (stripe => stripe.Invoices.MarkUncollectibleAsync("in_1"), "POST /v1/invoices/in_1/mark_uncollectible"),
        ["send"] = (stripe => stripe.Invoices.SendInvoiceAsync("in_1"), "POST /v1/invoices/in_1/send"),
        ["change a draft"] = (stripe => stripe.Invoices.UpdateAsync("in_1", new() { Description = "Gracias" }), "POST /v1/invoices/in_1 description=Gracias"),
        ["delete a draft"] = (stripe => stripe.Invoices.DeleteAsync("in_1"), "DELETE /v1/invoices/in_1"),
        ["the payments of an invoice"] = (
            stripe => stripe.InvoicePayments.ListAsync(new() { Invoice = "in_1", Status = "paid" }), "GET /v1/invoice_payments invoice=in_1 status=paid"),
        ["take back an item that waits"] = (stripe => stripe.InvoiceItems.DeleteAsync("ii_1"), "DELETE /v1/invoiceitems/ii_1"),
        ["items that wait"] = (
            stripe => stripe.InvoiceItems.ListAsync(new() { Customer = "cus_1", Pending = true }), "GET /v1/invoiceitems customer=cus_1 pending=true"),
        ["give money back"] = (
            stripe => stripe.Refunds.CreateAsync(new() { PaymentIntent = "pi_1", Amount = 500, Reason = "requested_by_customer" }),
            "POST /v1/refunds amount=500 payment_intent=pi_1 reason=requested_by_customer"),
        ["refunds of a payment"] = (stripe => stripe.Refunds.ListAsync(new() { PaymentIntent = "pi_1" }), "GET /v1/refunds payment_intent=pi_1"),
        ["a payment"] = (
            stripe => stripe.PaymentIntents.GetAsync("pi_1", new() { Expand = ["latest_charge"] }), "GET /v1/payment_intents/pi_1 expand[0]=latest_charge"),
        ["a rate of tax"] = (
            stripe => stripe.TaxRates.CreateAsync(new() { DisplayName = "IVA", Country = "CL", Percentage = 19.25m, Inclusive = false }),
            "POST /v1/tax_rates country=CL display_name=IVA inclusive=false percentage=19.25"),
        ["the portal"] = (
            stripe => stripe.BillingPortal.Sessions.CreateAsync(new() { Customer = "cus_1", ReturnUrl = "https://s", Locale = "pt-BR", FlowData = new() { Type = "payment_method_update" } }),
            "POST /v1/billing_portal/sessions customer=cus_1 flow_data[type]=payment_method_update locale=pt-BR return_url=https://s"),
        ["events"] = (
            stripe => stripe.Events.ListAsync(new() { Types = ["invoice.paid", "checkout.session.completed"], DeliverySuccess = false }),
            "GET /v1/events delivery_success=false types[0]=invoice.paid types[1]=checkout.session.completed"),
        ["an event"] = (stripe => stripe.Events.GetAsync("evt_1"), "GET /v1/events/evt_1"),
        ["a clock"] = (
            stripe => stripe.TestHelpers.TestClocks.CreateAsync(new() { FrozenTime = Now, Name = "n" }), "POST /v1/test_helpers/test_clocks frozen_time=1795348800 name=n"),
        ["move a clock"] = (
            stripe => stripe.TestHelpers.TestClocks.AdvanceAsync("clock_1", new() { FrozenTime = Now }), "POST /v1/test_helpers/test_clocks/clock_1/advance frozen_time=1795348800"),
        ["delete a clock"] = (stripe => stripe.TestHelpers.TestClocks.DeleteAsync("clock_1"), "DELETE /v1/test_helpers/test_clocks/clock_1"),
    };

    /// <summary>Answers with Stripe's own example of what lives at the path, in a list where a collection is read.</summary>
    private static Task AnswerAsync(HttpContext context, int number)
    {
        var path = context.Request.Path.Value!["/v1/".Length..];
        var (collection, name) = Segments.Single(pair => path == pair.Key || path.StartsWith(pair.Key + "/", StringComparison.Ordinal));
        var resources = JsonNode.Parse(File.ReadAllBytes(SharedMaterial.Require("stripe/fixtures.trimmed.json")))!["resources"]!;
        var example = resources[name]!.DeepClone();
        var isList = HttpMethods.IsGet(context.Request.Method) && path == collection;
        var answer = isList
            ? new JsonObject { ["object"] = "list", ["data"] = new JsonArray(example), ["has_more"] = false, ["url"] = context.Request.Path.Value }
            : example;
        return StripeListener.SendAsync(context, JsonSerializer.Serialize(answer));
    }
}
