using System.Net;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Tickets.Intake;

/// <summary>The pages of both sides, by a browser without scripts on the whole program of a house.</summary>
public sealed class IntakePageTests
{
    [Fact]
    public async Task ALF_10_ALF_07_ALF_01_Both_sides_find_their_way_without_scripts()
    {
        await using var host = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["House"] = "alfinet";
            builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "alfinet");
        });
        var buyer = await Buyer.OpenAsync(host);
        var staff = await StaffMember.HireAsync(host);
        var input = TicketCustomer.Input(urgency: null, impact: null) with { Platform = null };
        var opened = (await buyer.Get<OpenTicket>().HandleAsync(input, buyer.Viewer, CancellationToken.None)).Value;
        using var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        using var desk = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);

        // ALF-10: the customer asks for priority, is told the phones, and what it typed is kept when it is nothing.
        await customer.OpenAsync($"/tickets/{opened.Number}/ask/priority");
        Assert.Contains("+55 34 99134-7500", customer.Text, StringComparison.Ordinal);
        await customer.SubmitAsync("main form", ("Text", " "));
        Assert.Equal(HttpStatusCode.OK, customer.Status);
        Assert.NotNull(customer.Page.QuerySelector(".field-validation-error"));
        await customer.SubmitAsync("main form", ("Text", "Nobody can buy"));
        await customer.FollowAsync();
        Assert.Contains("Nobody can buy", customer.Text, StringComparison.Ordinal);
        Assert.Contains("You asked for priority", customer.Page.QuerySelector("[data-intake]")!.TextContent, StringComparison.Ordinal);

        // ALF-07: staff see it, and a missing outcome keeps what was typed.
        await desk.OpenAsync($"/desk/tickets/{opened.Number}");
        Assert.Contains("Asks for priority", desk.Page.QuerySelector("[data-intake]")!.TextContent, StringComparison.Ordinal);
        await desk.OpenAsync($"/desk/tickets/{opened.Number}/analysis");
        await desk.SubmitAsync("#conclude", ("Text", "Half an answer"));
        Assert.Equal("Half an answer", desk.Page.QuerySelector("#outcome-text")!.TextContent);
        await desk.SubmitAsync("#turn-down", ("ReasonKey", "third-party-app"), ("Text", "It is the shipping app."));
        Assert.Equal(HttpStatusCode.Redirect, desk.Status);

        // ALF-01: the customer reads why, and asks for the quote.
        await customer.OpenAsync($"/tickets/{opened.Number}");
        Assert.Contains("It is the shipping app.", customer.Text, StringComparison.Ordinal);
        await customer.SubmitAsync("[data-intake] form");
        Assert.Equal(HttpStatusCode.Redirect, customer.Status);
        await customer.FollowAsync();
        Assert.Contains("A quote was asked for", customer.Page.QuerySelector("[data-intake]")!.TextContent, StringComparison.Ordinal);

        await desk.OpenAsync($"/desk/tickets/{opened.Number}/analysis");
        await desk.SubmitAsync("#conclude", ("Outcome", nameof(AnalysisOutcome.Quote)), ("Text", "Two days; the quote follows."));
        Assert.Equal(HttpStatusCode.Redirect, desk.Status);
        await desk.FollowAsync();
        Assert.Contains("On to a quote", desk.Page.QuerySelector("[data-intake]")!.TextContent, StringComparison.Ordinal);
        await customer.OpenAsync($"/desk/tickets/{opened.Number}/analysis");
        Assert.NotEqual(HttpStatusCode.OK, customer.Status);
    }
}
