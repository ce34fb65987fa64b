using System.Globalization;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Hours.Loyalty;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Viewers;
using Storefront.Store.DueWork;

namespace Storefront.Store.Seeding;

/// <summary>
/// Lives through the house's story: sets the business clock back, lets everybody do what the story says through the ordinary actions, each
/// at its time, and comes forward to the present, with all that falls due on the way.
/// </summary>
public sealed class DemoSeeder(SandboxClock sandboxClock, BusinessClock clock, Handbooks handbooks, IServiceScopeFactory services)
{
    private static readonly Duration Registered = Duration.FromHours(1);
    private static readonly Duration Webhooks = Duration.FromMinutes(1);
    private static readonly DemoMoment JustNow = new(Week: 0, IsoDayOfWeek.None, Time: null, Ago: "PT1H");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var house = handbooks.Present;
        var language = CultureInfo.GetCultureInfo(house.Languages[0]);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language, language);

        var story = DemoStory.Of(house.House.Key);
        var calendar = new DemoCalendar(clock.GetCurrentInstant(), house.Zone);
        var start = story.Accounts.SelectMany(MomentsOf).Select(calendar.At).DefaultIfEmpty(clock.GetCurrentInstant()).Min() - Registered;
        await sandboxClock.BeginAtAsync(start, cancellationToken);

        var cast = await CastAsync(story.People, cancellationToken);
        var timeline = new DemoTimeline();
        foreach (var account in story.Accounts)
        {
            Plan(timeline, calendar, account, cast);
        }

        foreach (var (at, act) in timeline.InOrder())
        {
            await MoveAsync(at, cancellationToken);
            await using var scope = services.CreateAsyncScope();
            await act(scope.ServiceProvider, cancellationToken);
        }

        await MoveAsync(clock.GetCurrentInstant() - clock.Offset, cancellationToken);
    }

    private static IEnumerable<DemoMoment> MomentsOf(DemoAccount account) =>
        [.. account.Buys is { } purchase ? [purchase.At] : Array.Empty<DemoMoment>(), .. account.Tickets.Select(ticket => ticket.At), .. (account.Projects ?? []).Select(project => project.At)];

    private async Task<DemoCast> CastAsync(DemoSignIns signIns, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<DemoPeople>();
        return new DemoCast(
            await people.RegisterAsync(signIns.Customer, DemoSignIns.CustomerToken, cancellationToken),
            await people.RegisterAsync(signIns.Other, DemoSignIns.OtherToken, cancellationToken),
            await people.HireAsync(signIns.Staff, DemoSignIns.StaffToken, cancellationToken),
            await people.HireAsync(signIns.SecondStaff, token: null, cancellationToken));
    }

    private void Plan(DemoTimeline timeline, DemoCalendar calendar, DemoAccount account, DemoCast cast)
    {
        var owner = cast.Of(account.Who);
        if (account.Buys is { } purchase)
        {
            var bought = calendar.At(purchase.At);
            timeline.Add(bought, (provider, token) => BuyAsync(provider, purchase.Plan, owner, token));
            timeline.Add(bought + Webhooks, (_, _) => Task.CompletedTask);
        }

        if (account.Upgrades is { } upgrade)
        {
            timeline.Add(calendar.At(upgrade.At), (provider, token) => UpgradeAsync(provider, upgrade.Plan, owner, token));
        }

        var commissions = account.Commissions ?? [];
        var months = calendar.LastMonths(commissions.Count);
        foreach (var (commission, month) in commissions.Zip(months))
        {
            timeline.Add(calendar.At(JustNow), (provider, token) => RecordAsync(provider, owner, month, commission, cast.Staff, token));
        }

        foreach (var project in account.Projects ?? [])
        {
            new DemoProjectPlayer(project, owner, cast.Staff, handbooks, calendar).Plan(timeline);
        }

        foreach (var (number, ticket) in account.Tickets.Index())
        {
            new DemoTicketPlayer(ticket, owner, number % 3 == 2 ? cast.SecondStaff : cast.Staff, handbooks).Plan(timeline, calendar);
        }
    }

    private async Task BuyAsync(IServiceProvider provider, string plan, Viewer owner, CancellationToken cancellationToken)
    {
        var currency = handbooks.Present.Currencies[0];
        var method = StartCheckout.MethodsFor(handbooks.Present, currency).First().Key;
        var wish = new StartCheckoutInput(plan, BillingInterval.Month, currency.Code, method, $"demo-{plan}");
        var started = Expect.Done(await provider.GetRequiredService<StartCheckout>().HandleAsync(wish, owner, cancellationToken));
        using var card = new DemoCard();
        await card.PayAsync(started.Url!, owner, cancellationToken);
    }

    private static async Task UpgradeAsync(IServiceProvider provider, string plan, Viewer owner, CancellationToken cancellationToken)
    {
        var wish = new PreviewPlanChangeInput(plan, BillingInterval.Month);
        var preview = Expect.Done(await provider.GetRequiredService<PreviewPlanChange>().HandleAsync(wish, owner, cancellationToken));
        Expect.Done(await provider.GetRequiredService<ConfirmPlanChange>().HandleAsync(preview.Token, idempotencyKey: null, owner, cancellationToken));
    }

    private static async Task RecordAsync(
        IServiceProvider provider, Viewer owner, YearMonth month, string commission, Viewer staff, CancellationToken cancellationToken) =>
        Expect.Done(await provider.GetRequiredService<RecordCommissionMonth>().HandleAsync(
            owner.AccountId!.Value, month, commission, onTime: true, staff, cancellationToken));

    private async Task MoveAsync(Instant at, CancellationToken cancellationToken)
    {
        // Real time goes on meanwhile: what comes closely after another thing may be past already.
        Expect.Done(await sandboxClock.MoveToAsync(Instant.Max(at, clock.GetCurrentInstant() + Duration.FromMilliseconds(1)), cancellationToken));
    }
}
