using System.Text.Json;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Payments.Renewals;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Tests.Features.Api;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>The day on which an unpaid plan rests comes while staff still look for what its customer says that it paid.</summary>
public sealed class HeldPauseTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private readonly HandPayer hand = new(host);

    [Fact]
    public async Task FLU_21_A_payment_told_of_in_time_puts_off_the_pause_until_staff_decide_and_no_longer_than_the_handbook_says()
    {
        var (found, missing, forgotten, part) = (await hand.BuyAsync(), await hand.BuyAsync(), await hand.BuyAsync(), await hand.BuyAsync());
        var due = hand.Today().PlusMonths(1);
        await hand.MoveToAsync(due.PlusDays(9));
        var order = Assert.Single(await hand.AskedAsync(missing));
        var lost = await hand.TellAsync(missing, order);
        var told = await hand.TellAsync(found, Assert.Single(await hand.AskedAsync(found)));
        var waiting = await hand.TellAsync(forgotten, Assert.Single(await hand.AskedAsync(forgotten)));
        await hand.TellAsync(part, Assert.Single(await hand.AskedAsync(part)), "1000");

        await hand.MoveToAsync(due.PlusDays(10));
        Assert.Equal((PlanSubscriptionStatus.AwaitingPayment, due), await hand.StandsAsync(part));
        foreach (var buyer in (Buyer[])[found, missing, forgotten])
        {
            Assert.Equal((PlanSubscriptionStatus.PastDue, due), await hand.StandsAsync(buyer));
        }

        // Found: as if it had come in time. Not found: it rests from that moment, is told so, and comes back like any other.
        await hand.ConfirmAsync(found, told);
        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusMonths(1)), await hand.StandsAsync(found));
        await hand.RejectAsync(missing, lost);
        await missing.ProcessAsync();
        Assert.Equal((PlanSubscriptionStatus.AwaitingPayment, due), await hand.StandsAsync(missing));
        Assert.Equal(due.PlusDays(10), (await OverviewAsync(missing)).State.PausedOn);
        Assert.Equal(6, await hand.MailsAsync(missing, order));
        await hand.PayAsync(missing, order);
        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusDays(10).PlusMonths(1)), await hand.StandsAsync(missing));

        // Nobody looked: it rests when the house's own time is up, which was shown all along.
        var calendar = forgotten.Get<Handbooks>().Present.Calendar;
        var until = PaymentClaim.StandsFor(waiting.AnswerBy, (await OverviewAsync(forgotten)).Policies.Renewal!, calendar);
        Assert.Equal(until, (await OverviewAsync(forgotten)).State.PauseHeldUntil);
        Assert.Equal(calendar.DateOf(until), (await OverviewAsync(forgotten)).PausesOn);
        Assert.Equal(until, Assert.Single(await forgotten.Get<RenewalQueueReader>().ListAsync(CancellationToken.None), line => line.AccountId == forgotten.Account).HeldUntil);
        Assert.Equal((until.ToString(), "PAYMENT_TO_CONFIRM"), await AskHoldAsync(forgotten));
        Assert.Null(await AskHoldAsync(found));
        await hand.MoveToAsync(due.PlusDays(20));
        var rested = await OverviewAsync(forgotten);
        Assert.Equal((true, calendar.DateOf(until)), (rested.State.RestsUnpaid, rested.State.PausedOn));
        Assert.True(rested.State.PausedOn > due.PlusDays(10));

        // Late, it is the customer's all the same: a whole term from that day.
        await hand.ConfirmAsync(forgotten, waiting);
        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusDays(20).PlusMonths(1)), await hand.StandsAsync(forgotten));
    }

    private async Task<(string Until, string Reason)?> AskHoldAsync(Buyer buyer)
    {
        using var program = await ApiProgram.OfCustomerAsync(host, buyer);
        var data = await program.AskAsync("{ account { subscription { renewal { pausesOn pauseHold { heldUntil reason } } } } }");
        var hold = data.GetProperty("account").GetProperty("subscription").GetProperty("renewal").GetProperty("pauseHold");
        return hold.ValueKind == JsonValueKind.Null ? null : (hold.GetProperty("heldUntil").GetString()!, hold.GetProperty("reason").GetString()!);
    }

    private static async Task<SubscriptionOverview> OverviewAsync(Buyer buyer) =>
        (await buyer.Get<SubscriptionReader>().ReadAsync(buyer.Account, CancellationToken.None))!;
}
