using System.Net;
using NodaTime;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Projects;

/// <summary>A project as its customer and staff use it, without scripts.</summary>
public sealed class ProjectPageTests : IAsyncLifetime
{
    private StorefrontHost host = null!;

    [Fact]
    public async Task TEC_04_to_SEN_09_Both_sides_take_a_project_from_the_order_to_what_comes_after_the_delivery()
    {
        var buyer = await Buyer.OpenAsync(host);
        var number = await BoughtProject.OrderAsync(host, buyer);
        using var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);

        await customer.OpenAsync($"/projects/{number}");
        Assert.Equal(HttpStatusCode.OK, customer.Status);
        Assert.Contains("It is your turn", Now(customer), StringComparison.Ordinal);
        Assert.NotNull(customer.Page.QuerySelector("#now a[href^='/orders/']"));

        // The inputs, item by item: without its place it is refused and what was typed is kept.
        await BoughtProject.PayAsync(host, buyer, number);
        await customer.OpenAsync($"/projects/{number}");
        await customer.SubmitAsync("#input-logo form", ("text", "Our logo is a blue fish"), ("use", ""));
        Assert.Equal("Our logo is a blue fish", customer.Page.QuerySelector("#text-logo")!.TextContent);
        foreach (var input in customer.Page.QuerySelectorAll(".project-input[id^=input-]").Select(item => item.Id!).ToList())
        {
            await customer.OpenAsync($"/projects/{number}");
            await customer.SubmitAsync($"#{input} form", ("text", "What you need"), ("use", "On the home page"));
            Assert.Equal(HttpStatusCode.Redirect, customer.Status);
        }

        await customer.OpenAsync($"/projects/{number}");
        Assert.Contains("It is our turn", Now(customer), StringComparison.Ordinal);

        // Returned with a reason that the customer reads, and given again.
        await staff.OpenAsync($"/desk/projects/{number}");
        await staff.SubmitAsync("#input-logo form[action*=Return]", ("text", "Too small"));
        await customer.OpenAsync($"/projects/{number}");
        Assert.Contains("Too small", customer.Page.QuerySelector("#input-logo")!.TextContent, StringComparison.Ordinal);
        await customer.SubmitAsync("#input-logo form", ("text", "A larger one"), ("use", "Header"));
        await staff.OpenAsync($"/desk/projects/{number}");
        await staff.SubmitAsync("form[action*=Verify]");
        Assert.Equal(HttpStatusCode.Redirect, staff.Status);

        // Percent and expected date at once.
        await host.MoveClockAsync(Duration.FromDays(1));
        await customer.OpenAsync($"/projects/{number}?handler=Status");
        Assert.Matches("[0-9]+ % done. Expected delivery: .*2026", customer.Text);
        await WorkAsync(staff, number, "build");

        // One round of corrections in one message; then the approval.
        await customer.OpenAsync($"/projects/{number}");
        await customer.SubmitAsync("form#revise", ("text", "Blue instead of red"));
        await customer.OpenAsync($"/projects/{number}");
        Assert.Null(customer.Page.QuerySelector("#approval"));
        await staff.OpenAsync($"/desk/projects/{number}");
        await staff.SubmitAsync("form[action*=Corrected]", ("text", "Done"));
        await customer.OpenAsync($"/projects/{number}");
        Assert.Null(customer.Page.QuerySelector("form#revise"));
        await customer.SubmitAsync("#approval form[action*=Approve]");

        // Access is shown once, and who saw it stays.
        await staff.OpenAsync($"/desk/projects/{number}");
        await staff.SubmitAsync("form#access", ("title", "Panel"), ("secret", "open sesame"), ("completes", "true"));
        Assert.Equal(HttpStatusCode.Redirect, staff.Status);
        await customer.OpenAsync($"/projects/{number}");
        await customer.SubmitAsync("#accesses form");
        Assert.Equal("open sesame", customer.Page.QuerySelector(".credential-shown pre")!.TextContent);
        await customer.OpenAsync($"/projects/{number}");
        Assert.Contains("Shown to Ana Rojas", customer.Page.QuerySelector("#accesses")!.TextContent, StringComparison.Ordinal);
        Assert.Null(customer.Page.QuerySelector("#accesses form"));

        // The curtain comes off on the customer's word.
        await customer.SubmitAsync("#authorise form");
        await staff.OpenAsync($"/desk/projects/{number}");
        await staff.SubmitAsync("#stage-opening form[action*='handler=Finish']");
        await customer.OpenAsync($"/projects/{number}");
        Assert.Contains("Everything is finished", Now(customer), StringComparison.Ordinal);

        // "It was not delivered" is answered at once with the record's date.
        await customer.SubmitAsync("#ask-Dispute", ("text", "I never got it"));
        await customer.OpenAsync($"/projects/{number}");
        Assert.Contains("on record since", customer.Page.QuerySelector("#requests article")!.TextContent, StringComparison.Ordinal);

        // Work beyond is quoted, with what was typed wrongly kept; approved after the end it is a project of its own with an order to pay.
        await customer.SubmitAsync("#ask-ExtraWork", ("text", "A blog"));
        await staff.OpenAsync($"/desk/projects/{number}");
        await staff.SubmitAsync("#requests form[action*=Quote]", ("amount", "a lot"), ("text", "With its texts"), ("tasks", "Design\nBuild"));
        Assert.Equal(HttpStatusCode.OK, staff.Status);
        Assert.Contains("Build", staff.Page.QuerySelector("#requests form[action*=Quote] textarea[name=tasks]")!.TextContent, StringComparison.Ordinal);
        await staff.SubmitAsync("#requests form[action*=Quote]", ("amount", "120"), ("text", "With its texts"), ("tasks", "Design\nBuild"));
        Assert.Equal(HttpStatusCode.Redirect, staff.Status);
        await customer.OpenAsync($"/projects/{number}");
        await customer.SubmitAsync("#requests form[action*=Decide]", ("approve", "true"));
        Assert.Equal(HttpStatusCode.Redirect, customer.Status);
        await customer.OpenAsync($"/projects/{number}");
        Assert.NotNull(customer.Page.QuerySelector("#requests a.button[href^='/orders/']"));
        Assert.NotNull(customer.Page.QuerySelector($"#requests a[href='/projects/{number + 1}']"));
        await customer.OpenAsync($"/projects/{number + 1}");
        Assert.NotNull(customer.Page.QuerySelector($"#now a[href='/projects/{number}']"));
        await customer.OpenAsync($"/projects/{number}");
        Assert.NotEmpty(customer.Page.QuerySelectorAll("#timeline li"));
        Assert.NotEmpty(customer.Page.QuerySelectorAll(".project-days > span"));

        // A project that was completed is not one that ended, even when its customer left: all that staff can still do to a request is there.
        await customer.SubmitAsync("#ask-ExtraWork", ("text", "A forum"));
        await BoughtProject.LeaveAsync(host, buyer);
        await staff.OpenAsync($"/desk/projects/{number}");
        Assert.NotNull(staff.Page.QuerySelector("#requests form[action*=Answer]"));
        Assert.NotNull(staff.Page.QuerySelector("#requests form[action*=Quote]"));
        Assert.DoesNotContain("No longer open", staff.Page.QuerySelector("#requests")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_account_finds_nothing_and_the_desk_lists_what_waits_with_whose_turn_it_is()
    {
        var buyer = await Buyer.OpenAsync(host);
        var number = await BoughtProject.OrderAsync(host, buyer);
        await BoughtProject.PayAsync(host, buyer, number);
        var other = await Buyer.OpenAsync(host);
        using var stranger = await PlainBrowser.SignInAsync(host, other.Email, Buyer.Password);
        using var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);

        await stranger.OpenAsync($"/projects/{number}");
        await customer.OpenAsync("/projects");
        await staff.OpenAsync("/desk/projects?show=Customers");
        var waits = staff.Page.QuerySelector("#projects")!.TextContent;
        await staff.OpenAsync("/desk/projects?show=Late");
        var punctual = staff.Page.QuerySelector("#projects tbody");
        await host.MoveClockAsync(Duration.FromDays(6));
        await staff.OpenAsync("/desk/projects?show=Late");
        var late = staff.Page.QuerySelector("#projects tbody")!.TextContent;
        await customer.OpenAsync($"/projects/{number}?handler=Calendar");
        var calendar = customer.Text;
        await customer.OpenAsync("/desk/projects");

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.Contains("Customer: Handing over the inputs", waits, StringComparison.Ordinal);
        Assert.Null(punctual);
        Assert.Contains("customer is late", late, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:2026", calendar, StringComparison.Ordinal);
        Assert.Contains("/error/403", customer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_wrongly_comes_back_with_a_reason_and_a_project_that_was_given_back_asks_for_nothing()
    {
        var buyer = await Buyer.OpenAsync(host);
        var number = await BoughtProject.OrderAsync(host, buyer);
        await BoughtProject.PayAsync(host, buyer, number);
        using var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);

        await customer.OpenAsync($"/projects/{number}");
        await customer.SubmitAsync("#ask-ExtraWork", ("text", "A blog"), ("kind", "Nothing"));
        Assert.Equal((HttpStatusCode.OK, "A blog"), (customer.Status, customer.Page.QuerySelector("#ask-ExtraWork-text")!.TextContent.Trim()));
        await customer.SubmitAsync("#ask-ExtraWork", ("text", "A blog"), ("request", "abc"), ("minutes", "1e99"));
        var faults = customer.Page.QuerySelectorAll(".error-summary li");
        Assert.Equal(HttpStatusCode.OK, customer.Status);
        Assert.NotEmpty(Assert.Single(faults).TextContent);
        await customer.SubmitAsync("#ask-ExtraWork", ("text", "A blog"));
        await staff.OpenAsync($"/desk/projects/{number}");
        await staff.SubmitAsync("#requests form[action*=Quote]", ("amount", "120"), ("text", "With its texts"), ("tasks", "Build"));
        await customer.OpenAsync($"/projects/{number}");
        Assert.NotNull(customer.Page.QuerySelector("#now a[href^='#request-']"));
        await customer.OpenAsync($"/projects/{number}?handler=Calendar");
        Assert.DoesNotContain("DTEND:", customer.Text, StringComparison.Ordinal);

        await BoughtProject.GiveBackAsync(host, buyer, number);
        await customer.OpenAsync("/projects");
        Assert.DoesNotContain("Your turn", customer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await customer.OpenAsync($"/projects/{number}");
        Assert.Contains("There is no delivery any more", Now(customer), StringComparison.Ordinal);
        Assert.Null(customer.Page.QuerySelector("#now a[href^='#request-']"));
        Assert.Null(customer.Page.QuerySelector("#ask-ExtraWork"));
        Assert.Contains("No longer open", customer.Page.QuerySelector("#requests article")!.TextContent, StringComparison.Ordinal);
        await staff.OpenAsync($"/desk/projects/{number}");
        Assert.Null(staff.Page.QuerySelector("#requests form[action*=Quote]"));
    }

    public async Task InitializeAsync() => host = await StorefrontHost.StartAsync(configure: builder =>
    {
        builder.Configuration["House"] = "tecnosoluciones";

        // A house's data is its own: not the copy that is made for the usual house.
        builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "tecnosoluciones");
    });

    public async Task DisposeAsync() => await host.DisposeAsync();

    private static string Now(PlainBrowser browser) => browser.Page.QuerySelector("#now")!.TextContent;

    private static async Task WorkAsync(PlainBrowser staff, int number, string stage)
    {
        await staff.OpenAsync($"/desk/projects/{number}");
        while (staff.Page.QuerySelector($"#stage-{stage} form[action*=FinishTask]") is not null)
        {
            var task = staff.Page.QuerySelector($"#stage-{stage} form[action*=FinishTask] input[name=task]")!.GetAttribute("value")!;
            await staff.SubmitAsync($"#stage-{stage} form[action*=FinishTask]", ("task", task));
            Assert.Equal(HttpStatusCode.Redirect, staff.Status);
            await staff.OpenAsync($"/desk/projects/{number}");
        }

        await staff.SubmitAsync($"#stage-{stage} form[action$='handler=Finish']");
        Assert.Equal(HttpStatusCode.Redirect, staff.Status);
    }
}
