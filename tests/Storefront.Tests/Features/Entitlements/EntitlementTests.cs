using System.Globalization;
using System.Net;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Features.Entitlements;
using Storefront.Features.Shared;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Entitlements;

/// <summary>What plans include besides hours, arranged by staff and shown to the customer.</summary>
public sealed class EntitlementTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory]
    [InlineData("growth", true)]
    [InlineData("enterprise", true)]
    [InlineData("essential", false)]
    [InlineData("business", false)]
    public async Task FLU_23_Growth_and_Enterprise_have_a_direct_channel_and_see_where_it_is(string plan, bool included)
    {
        var customer = await Buyer.OpenAsync(host);
        await customer.BuyAsync(customer.Wish(plan));
        await ArrangeAsync(customer, "https://chat.example/tienda-sur");
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);

        await browser.OpenAsync("/account");

        Assert.Equal(included, browser.Page.QuerySelector("#entitlements a[href='https://chat.example/tienda-sur']") is not null);
    }

    [Fact]
    public async Task FLU_28_What_the_plan_includes_is_shown_with_it()
    {
        var customer = await Buyer.OpenAsync(host);
        await customer.BuyAsync(customer.Wish("enterprise"));
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);

        await browser.OpenAsync("/account");

        var shown = browser.Page.QuerySelectorAll("#entitlements li").Select(line => line.TextContent).ToList();
        var plan = customer.Get<Handbook>().Plans.Find("enterprise")!;
        Assert.Equal(plan.Entitlements.Length, shown.Count);
        Assert.All(plan.Entitlements, entitlement => Assert.Contains(shown, line => line.Contains(entitlement.Text.In(CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_link_that_is_no_web_address_is_shown_as_words()
    {
        var customer = await Buyer.OpenAsync(host);
        await customer.BuyAsync(customer.Wish("growth"));
        await ArrangeAsync(customer, "javascript:alert(1)");
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);

        await browser.OpenAsync("/account");

        Assert.Null(browser.Page.QuerySelector("#entitlements a"));
        Assert.Contains("javascript:alert(1)", browser.Page.QuerySelector("#entitlements")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_the_same_and_staff_arrange_it()
    {
        var customer = await Buyer.OpenAsync(host);
        await customer.BuyAsync(customer.Wish("growth"));
        await ArrangeAsync(customer, "#tienda-sur");
        using var api = await TicketApi.ConnectAsync(host, person: customer);

        var account = (await api.AskAsync("{ account { entitlements { key provides } assignedContact directChannel } }"))["account"]!;

        Assert.Contains("""{"key":"direct-channel","provides":"DIRECT_CHANNEL"}""", account["entitlements"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("#tienda-sur", account["directChannel"]!.GetValue<string>());
        Assert.Null(account["assignedContact"]);
    }

    [Theory]
    [InlineData("flunt")]
    [InlineData("fenicio")]
    [InlineData("alfinet")]
    [InlineData("tecnosoluciones")]
    [InlineData("sense")]
    public async Task COM_09_Every_house_shows_its_customers_how_and_when_it_is_reached(string house)
    {
        await using var other = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["House"] = house;
            builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, house);
        });
        var customer = await Buyer.OpenAsync(other);
        using var browser = await PlainBrowser.SignInAsync(other, customer.Email, Buyer.Password);
        var contacts = customer.Get<Handbook>().House.Contacts;

        await browser.OpenAsync("/account");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var card = browser.Page.QuerySelector("#contacts")!;
        Assert.Equal(contacts.Everyday.Select(ContactAddress.Of), card.QuerySelectorAll("li a").Select(link => link.GetAttribute("href")));
        Assert.Contains(contacts.Hours.In(CultureInfo.GetCultureInfo("en")), card.TextContent, StringComparison.Ordinal);
        Assert.True(contacts.OnCall is null || card.TextContent.Contains(contacts.OnCall.In(CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal));
        Assert.DoesNotContain(contacts.For(ContactPurpose.Emergency), point => contacts.Everyday.All(one => one.Value != point.Value) && card.TextContent.Contains(point.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void FEN_18_Meetings_contact_and_phone_come_with_the_plans_as_the_table_says()
    {
        var plans = HandbookCatalogue.Load("fenicio").Value.Plans;
        PlanService[] Of(string plan) => [.. plans.Find(plan)!.Entitlements.Select(entitlement => entitlement.Provides).OfType<PlanService>().Order()];

        Assert.Empty(Of("basico"));
        Assert.Equal([PlanService.AssignedContact, PlanService.Phone, PlanService.MonthlyMeeting], Of("silver"));
        Assert.Equal([PlanService.AssignedContact, PlanService.Phone, PlanService.FortnightlyMeeting], Of("gold"));
        Assert.Equal([PlanService.AssignedContact, PlanService.Phone, PlanService.WeeklyMeeting], Of("platinum"));
    }

    private async Task ArrangeAsync(Buyer customer, string channel)
    {
        var staff = await StaffMember.HireAsync(host);
        Assert.Null((await customer.Get<ArrangeCare>().HandleAsync(customer.Account, staff.Viewer.UserId, channel, staff.Viewer, CancellationToken.None)).Refusal);
    }
}
