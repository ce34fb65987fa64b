using Storefront.Tests.Features.Attachments;

namespace Storefront.Tests.Browser.Houses;

/// <summary>One project from both its pages: the customer's and the desk's.</summary>
public sealed class ProjectWalk(Visitor customer, StaffVisitor staff, int number)
{
    public string Customers { get; } = $"/projects/{number}";

    public string Desks { get; } = $"/desk/projects/{number}";

    /// <summary>The customer hands something over, in words and where it goes, with a picture or without.</summary>
    public async Task GiveAsync(string input, string use, string text, bool withFile = false)
    {
        await customer.OpenAsync(Customers);
        await customer.UnfoldAsync($"#use-{input}");
        await customer.FillAsync($"#use-{input}", use);
        await customer.FillAsync($"#text-{input}", text);
        if (withFile)
        {
            await customer.GiveFileAsync($"#files-{input}", $"{input}.png", "image/png", SampleFiles.Of(".png"));
        }

        await customer.ClickAsync($"#input-{input} form button");
        await customer.ReadAsync("Lo tenemos. Gracias.");
    }

    public async Task ReturnAsync(string input, string reason)
    {
        await staff.OpenAsync(Desks);
        await staff.UnfoldAsync($"#return-{input}");
        await staff.FillAsync($"#return-{input}", reason);
        await staff.ClickAsync($"#input-{input} form[action*='handler=Return'] button");
        await staff.ReadAsync("Hecho.");
    }

    /// <summary>Staff accept all that is there, at once or one by one.</summary>
    public async Task AcceptAsync(string? input = null)
    {
        await staff.OpenAsync(Desks);
        await staff.ClickAsync(input is null ? "form[action*='handler=Verify'] button" : $"#input-{input} form[action*='handler=Accept'] button");
        await staff.ReadAsync("Hecho.");
    }

    /// <summary>Staff finish the tasks of a stage, and the stage.</summary>
    public async Task WorkAsync(string stage)
    {
        await staff.OpenAsync(Desks);
        var open = staff.Page.Locator($"#stage-{stage} form[action*='handler=FinishTask'] button");
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            await FinishTaskAsync(stage);
        }

        await staff.ClickAsync($"#stage-{stage} form[action$='handler=Finish'] button");
        await staff.ReadAsync("Hecho.");
    }

    public async Task FinishTaskAsync(string stage)
    {
        await staff.ClickAsync($"#stage-{stage} form[action*='handler=FinishTask'] button");
        await staff.ReadAsync("Hecho.");
        await staff.OpenAsync(Desks);
    }

    /// <summary>The customer chooses the first time that is offered.</summary>
    public async Task BookAsync()
    {
        await customer.OpenAsync(Customers);
        await customer.Page.Locator("#meeting .slot input").First.CheckAsync(new() { Force = true });
        await customer.ClickAsync("#meeting form .button-primary");
        await customer.ReadAsync("Quedó agendada");
    }

    /// <summary>Staff hand over a document with a line of what is delivered, and one of what is left.</summary>
    public async Task DocumentAsync(string kind, string title, string delivered, string pending)
    {
        await staff.OpenAsync(Desks);
        await staff.UnfoldAsync("#document-title");
        await staff.Page.Locator("#document-kind").SelectOptionAsync(kind);
        await staff.FillAsync("#document-title", title);
        await staff.FillAsync("#document-delivered", delivered);
        await staff.FillAsync("#document-pending", pending);
        await staff.ClickAsync("#document form button");
        await staff.ReadAsync("Hecho.");
    }

    /// <summary>The customer asks for something beyond the stages, on the project's page.</summary>
    public async Task AskAsync(string kind, string text)
    {
        if (new Uri(customer.Page.Url).AbsolutePath != Customers)
        {
            await customer.OpenAsync(Customers);
        }

        await customer.UnfoldAsync($"#ask-{kind}-text");
        await customer.FillAsync($"#ask-{kind}-text", text);
        await customer.ClickAsync($"form#ask-{kind} button");
        await customer.ReadAsync("Tenemos tu mensaje.");
    }

    /// <summary>Staff quote what was asked for, as one task.</summary>
    public async Task QuoteAsync(string amount, string answer, string task)
    {
        await staff.OpenAsync(Desks);
        await staff.UnfoldAsync("[id^='quote-amount-']");
        await staff.FillAsync("[id^='quote-amount-']", amount);
        await staff.FillAsync("[id^='quote-text-']", answer);
        await staff.FillAsync("[id^='quote-tasks-']", task);
        await staff.ClickAsync("form[action*='handler=Quote'] button");
        await staff.ReadAsync("Hecho.");
    }

    /// <summary>The customer's page shows the quote by itself; it is approved there.</summary>
    public async Task ApproveQuoteAsync(params string[] quote)
    {
        await customer.ReadAtAsync("#requests", ["Cotizado: tú decides", .. quote]);
        await customer.PressAsync("Aprobar la cotización");
    }
}
