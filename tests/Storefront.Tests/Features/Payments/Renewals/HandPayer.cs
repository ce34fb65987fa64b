using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Hours;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>Lives the months of customers who pay their plan by transfer, and of the staff who look for the money.</summary>
internal sealed class HandPayer(StorefrontHost host)
{
    private static readonly DateTimeZone Santiago = DateTimeZoneProviders.Tzdb["America/Santiago"];

    private int numbers;

    /// <summary>Somebody new who buys a plan by transfer, paid once or more.</summary>
    public async Task<Buyer> BuyAsync(int times = 1)
    {
        // On the first of a month, so that no day is clamped.
        if (Today().Day > 1)
        {
            await MoveToAsync(Today().With(DateAdjusters.StartOfMonth).PlusMonths(1));
        }

        var buyer = await Buyer.OpenAsync(host);
        var order = await buyer.OrderAsync(new StartCheckoutInput("essential", BillingInterval.Month, "CLP", "transfer", "buy"));
        var row = await buyer.ReadOrderAsync(order.Reference);
        await PayAsync(buyer, row, (row.Total * times).ToDecimalString());
        return buyer;
    }

    /// <summary>Pays what is left of an order, or so much: the customer tells of it and staff find it.</summary>
    public async Task PayAsync(Buyer buyer, Order order, string? amount = null) => await ConfirmAsync(buyer, await TellAsync(buyer, order, amount));

    public async Task<PaymentNotice> TellAsync(Buyer buyer, Order order, string? amount = null)
    {
        var told = await buyer.Get<NotifyPayment>().HandleAsync(
            new NotifyPaymentInput(
                order.Reference, amount ?? order.ToDomain().Left.ToDecimalString(), "CLP", PaidOn: null, $"{order.Reference}-{++numbers}", Note: null, Proof: null, $"told-{numbers}"),
            buyer.Viewer,
            CancellationToken.None);
        Assert.Null(told.Refusal);
        return told.Value;
    }

    public async Task ConfirmAsync(Buyer buyer, PaymentNotice told)
    {
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var confirmed = await buyer.Get<ConfirmPayment>().HandleAsync(
            new NoticeKey(buyer.Account, told.Id), received: null, evenIfSeenBefore: false, staff, CancellationToken.None);
        Assert.Null(confirmed.Refusal);
    }

    public async Task RejectAsync(Buyer buyer, PaymentNotice told)
    {
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        Assert.Null((await buyer.Get<RejectPayment>().HandleAsync(new NoticeKey(buyer.Account, told.Id), "Not found", staff, CancellationToken.None)).Refusal);
    }

    public LocalDate Today() => Now().InZone(Santiago).Date;

    private Instant Now() => ((IClock)host.Services.GetService(typeof(BusinessClock))!).GetCurrentInstant();

    public Task MoveToAsync(LocalDate day) => host.MoveClockAsync(day.At(new LocalTime(12, 0)).InZoneLeniently(Santiago).ToInstant() - Now());

    public async Task<List<Order>> AskedAsync(Buyer buyer)
    {
        await using var db = host.Db();
        return await db.Set<Order>().AsNoTracking()
            .Where(order => order.AccountId == buyer.Account && order.RenewalDueOn != null && order.Status == OrderStatus.AwaitingPayment).ToListAsync();
    }

    public async Task<(PlanSubscriptionStatus Status, LocalDate PaidThrough)> StandsAsync(Buyer buyer)
    {
        await using var db = host.Db();
        var row = await db.Set<PlanSubscription>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account);
        return (row.Status, row.PaidThrough);
    }

    public async Task<int> GrantsAsync(Buyer buyer)
    {
        await using var db = host.Db();
        return await db.Set<HourEntryRow>().CountAsync(row => row.AccountId == buyer.Account && row.Kind == Storefront.Domain.Hours.HourEntryKind.Grant);
    }

    public async Task<int> MailsAsync(Buyer buyer, Order order)
    {
        await using var db = host.Db();
        return await db.Set<MailRow>().CountAsync(row => row.AccountId == buyer.Account && row.Subject.Contains(order.Reference));
    }
}
