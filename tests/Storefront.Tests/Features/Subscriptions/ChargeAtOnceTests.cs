using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Features.Subscriptions;

/// <summary>A house that asks for an upgrade's whole difference before it acts, billed by the local Stripe.</summary>
public class ChargeAtOnceTests
{
    private static readonly Handbook House = HandbookJson.Load(json =>
    {
        var changes = json["changes"]!;
        changes["upgradeMoney"] = "FULL_DIFFERENCE";
        changes["upgradeHours"] = "FULL_DIFFERENCE";
        changes["upgradeBilled"] = "AT_ONCE";
    }).Value;

    [Fact]
    public async Task FEN_04_The_whole_difference_is_charged_on_confirming_and_is_what_was_previewed()
    {
        await using var billed = await BilledSubscriber.BuyAsync(house: House);
        await billed.MoveToAsync(2026, 11, 12);

        var preview = await billed.Subscriber.ChangeAsync("business");

        // 560 000 less 300 000, and 19 % on it.
        Assert.Equal((260_000L, 49_400L), (preview.MoneyNow.Amount.MinorUnits, preview.MoneyNow.Tax.MinorUnits));
        var invoice = (await billed.InvoicesAsync())[1];
        Assert.Equal(("paid", 309_400L), (invoice.Status, invoice.AmountPaid));
        Assert.Empty(await billed.WaitingAsync());
        Assert.Equal(["Grant 600", "Upgrade 600"], await billed.Subscriber.LinesAsync());

        await billed.MoveToAsync(2026, 12, 4);

        var renewal = (await billed.InvoicesAsync())[2];
        Assert.Equal([106_400L, 560_000L], renewal.Lines.Data.Select(line => line.Amount).Order());
        Assert.Equal(new LocalDate(2027, 1, 2), (await billed.Subscriber.SubscriptionAsync()).PaidThrough);
    }

    [Fact]
    public async Task FEN_04_Confirming_twice_charges_once()
    {
        await using var billed = await BilledSubscriber.BuyAsync(house: House);
        await billed.MoveToAsync(2026, 11, 12);
        var preview = await billed.Subscriber.PreviewAsync("business");

        Assert.Null((await billed.Subscriber.ConfirmAsync(preview.Value.Token)).Refusal);
        Assert.Null((await billed.Subscriber.ConfirmAsync(preview.Value.Token)).Refusal);

        Assert.Equal(2, (await billed.InvoicesAsync()).Count);
        Assert.Equal(["Grant 600", "Upgrade 600"], await billed.Subscriber.LinesAsync());
    }
}
