using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Plans.Rates;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Plans;

/// <summary>Alfinet's rate card as staff change it and everybody reads it (ALF-02).</summary>
public sealed class RateCardTests : IAsyncLifetime
{
    private static readonly SeasonInput Autumn = new("Março a maio", "03-01", "05-31", 200);

    private StorefrontHost host = null!;

    public async Task InitializeAsync() => host = await StorefrontHost.StartAsync(configure: builder =>
    {
        builder.Configuration["House"] = "alfinet";
        builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "alfinet");
    });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task ALF_02_The_rate_changes_at_any_moment_and_what_it_was_at_another_stays_known()
    {
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var before = Now;
        await host.MoveClockAsync(Duration.FromHours(1));

        Assert.Null((await ChangeAsync(staff, "250.00", [Autumn], "Everything costs more")).Refusal);

        Assert.Equal((20_000L, 25_000L), (await RateAtAsync(before), await RateAtAsync(Now)));
        Assert.Equal(50_000L, await RateAtAsync(Instant.FromUtc(2027, 4, 15, 12, 0)));
        var rates = (await Rates.ReadAsync(CancellationToken.None))!;
        Assert.Equal("Everything costs more", Assert.Single(rates.Changes).Reason);

        // The season's name keeps its translations.
        Assert.Equal("March to May", rates.Card.Seasons[0].Name.In(System.Globalization.CultureInfo.GetCultureInfo("en")));
    }

    [Fact]
    public async Task ALF_02_A_card_that_makes_no_sense_is_refused_with_what_is_wrong_and_the_old_one_stays()
    {
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var customer = (await Buyer.OpenAsync(host)).Viewer;

        Assert.IsType<NotFound>((await ChangeAsync(customer, "1", [], "Cheap")).Refusal);
        Assert.Equal(new RateNotValid("BRL"), (await ChangeAsync(staff, "0", [], "Free")).Refusal);
        Assert.Equal(new RateNotValid("BRL"), (await ChangeAsync(staff, "200.005", [], "Half a cent")).Refusal);
        Assert.Equal(new SeasonNotValid(2), (await ChangeAsync(staff, "200", [Autumn, Autumn with { From = "02-30" }], "No such day")).Refusal);
        Assert.Equal(new SeasonNotValid(1), (await ChangeAsync(staff, "200", [Autumn with { Percent = 0 }], "Free")).Refusal);
        Assert.Equal(
            new SeasonsOverlap("Março a maio", "Inverno"),
            (await ChangeAsync(staff, "200", [Autumn, new SeasonInput("Inverno", "05-31", "08-31", 120)], "Both")).Refusal);
        Assert.IsType<TextNotValid>((await ChangeAsync(staff, "200", [Autumn], " ")).Refusal);

        Assert.Empty((await Rates.ReadAsync(CancellationToken.None))!.Changes);
        Assert.Equal(20_000L, await RateAtAsync(Now));
    }

    [Fact]
    public async Task ALF_02_Staff_change_the_rates_on_the_desk_and_customers_see_them_with_the_earlier_ones()
    {
        var staff = await StaffMember.HireAsync(host);
        using var desk = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await desk.OpenAsync("/desk/rates");
        Assert.Equal("/desk/rates", desk.Page.QuerySelector("header a[aria-current]")!.GetAttribute("href"));

        await desk.SubmitAsync("main form", ("Base", "a lot"), ("Seasons[0].Name", "Carnaval"), ("Reason", "More work"));
        Assert.Equal(HttpStatusCode.Conflict, desk.Status);
        Assert.Equal("Carnaval", desk.Page.QuerySelector("[name='Seasons[0].Name']")!.GetAttribute("value"));

        await desk.SubmitAsync(
            "main form",
            ("Base", "260,50"),
            ("Seasons[0].Name", "Carnaval"),
            ("Seasons[0].From", "11-01"),
            ("Seasons[0].Through", "11-03"),
            ("Seasons[0].Percent", "150"),
            ("Reason", "More work"));
        Assert.Equal(HttpStatusCode.Redirect, desk.Status);
        await desk.FollowAsync();
        Assert.Contains("More work", desk.Text, StringComparison.Ordinal);

        var buyer = await Buyer.OpenAsync(host);
        using var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await customer.OpenAsync("/rates");
        Assert.Contains("390.75", customer.Text, StringComparison.Ordinal);
        Assert.Contains("Carnaval", customer.Text, StringComparison.Ordinal);
        Assert.Contains("200.00", customer.Page.QuerySelector("[aria-labelledby=before-title]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("More work", customer.Text, StringComparison.Ordinal);
        await customer.OpenAsync("/desk/rates");
        Assert.Contains("/error/403", customer.Location, StringComparison.Ordinal);
    }

    private Instant Now => host.Services.GetRequiredService<BusinessClock>().GetCurrentInstant();

    private RateCards Rates => host.Services.GetRequiredService<RateCards>();

    private Task<Result<Storefront.Domain.Plans.Rates.RateCard>> ChangeAsync(
        Viewer who, string rate, IReadOnlyList<SeasonInput> seasons, string reason) =>
        host.Services.GetRequiredService<ChangeRates>().HandleAsync(new RatesInput(rate, seasons, reason), who, CancellationToken.None);

    private async Task<long> RateAtAsync(Instant at)
    {
        await using var db = host.Db();
        return (await Rates.RateAtAsync(db, at, CancellationToken.None))!.Value.MinorUnits;
    }
}
