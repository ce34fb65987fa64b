using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Features.Templates;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Templates;

public sealed class TemplateTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory]
    [InlineData("Hello {name}, {NAME}!", "Hello Ana, Ana!")]
    [InlineData("{unknown} {} {na me} {{name}}", "{unknown} {} {na me} {Ana}")]
    [InlineData("{ticket}", "{name}")]
    [InlineData("", "")]
    public void Variables_are_filled_in_once_and_what_is_none_stays(string text, string expected) =>
        Assert.Equal(expected, TemplateText.Fill(text, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["name"] = "Ana", ["ticket"] = "{name}" }));

    [Fact]
    public async Task A_template_is_inserted_without_scripts_below_what_was_typed()
    {
        var (number, browser) = await OnTicketAsync();
        using (browser)
        {
            var form = browser.Page.QuerySelector("form:has([data-templates])")!;
            form.SetAttribute("action", form.QuerySelector("[data-template-insert]")!.GetAttribute("formaction")!);
            await browser.SubmitAsync("form:has([data-templates])", ("Reply.Body", "Good morning."), ("Template", "handbook:more-detail"));

            Assert.Equal(HttpStatusCode.OK, browser.Status);
            var text = ((IHtmlTextAreaElement)browser.Page.QuerySelector("#Reply_Body")!).Value;
            Assert.StartsWith("Good morning.\n\nHola Ana Rojas:", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Contains($"#{number}", text, StringComparison.Ordinal);
            Assert.EndsWith("Valentina", text.TrimEnd(), StringComparison.Ordinal);

            // Without a choice, what was typed comes back.
            browser.Page.QuerySelector("form:has([data-templates])")!.SetAttribute("action", $"/desk/tickets/{number}?handler=Template");
            await browser.SubmitAsync("form:has([data-templates])", ("Reply.Body", "Good morning."), ("Template", "handbook:none"));
            Assert.Equal("Good morning.", ((IHtmlTextAreaElement)browser.Page.QuerySelector("#Reply_Body")!).Value);
        }
    }

    [Fact]
    public async Task Staff_write_change_and_throw_away_templates_of_their_own()
    {
        var (number, browser) = await OnTicketAsync();
        using (browser)
        {
            await browser.OpenAsync("/desk/templates");
            await browser.SubmitAsync("form.form", ("Input.Name", ""), ("Input.Language", "xx"), ("Input.Body", "Kept as it was typed"));
            Assert.Contains("Give the template a name", browser.Text, StringComparison.Ordinal);
            Assert.Equal("Kept as it was typed", ((IHtmlTextAreaElement)browser.Page.QuerySelector("#Input_Body")!).Value);

            await browser.SubmitAsync("form.form", ("Input.Name", "Hours of {x} <b>"), ("Input.Language", "es-CL"), ("Input.Body", "Quedan {hours} a {account}."));
            await browser.FollowAsync();
            Assert.Contains("Hours of {x} <b>", browser.Text, StringComparison.Ordinal);
            var id = browser.Page.QuerySelector("article form input[name=id]")!.GetAttribute("value")!;

            await browser.OpenAsync($"/desk/templates?handler=Text&number={number}&id={id}");
            Assert.Matches("^Quedan .+ a Tienda Sur\\.$", browser.Text);

            await browser.OpenAsync($"/desk/templates?edit={id}");
            await browser.SubmitAsync("form.form", ("Input.Name", "Hours"), ("Input.Language", "en"), ("Input.Body", "{hours} left."));
            await browser.FollowAsync();
            Assert.DoesNotContain("<b>", browser.Text, StringComparison.Ordinal);

            await browser.SubmitAsync("article form", ("id", id));
            await browser.OpenAsync($"/desk/templates?handler=Text&number={number}&id={id}");
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
            await browser.OpenAsync($"/desk/templates?edit={id}");
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        }
    }

    [Fact]
    public async Task COM_06_Customers_see_no_templates()
    {
        var customer = await Buyer.OpenAsync(host);
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        foreach (var path in new[] { "/desk/templates", "/desk/templates?handler=Text&number=1&id=handbook:done" })
        {
            await browser.OpenAsync(path);
            Assert.Contains("/error/403", browser.Location, StringComparison.Ordinal);
        }
    }

    private async Task<(int Number, PlainBrowser Browser)> OnTicketAsync()
    {
        var customer = await Buyer.OpenAsync(host);
        var opened = await host.Services.GetRequiredService<OpenTicket>().HandleAsync(TicketCustomer.Input(), customer.Viewer, CancellationToken.None);
        var staff = await StaffMember.HireAsync(host);
        var browser = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await browser.OpenAsync($"/desk/tickets/{opened.Value.Number}");
        return (opened.Value.Number, browser);
    }
}
