using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Entitlements;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Entitlements;

/// <summary>SEN-02: staff can mark an account as delicate; customers never see it.</summary>
public sealed class DelicateAccountTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Reason = "Threatened to leave xyzzy";

    [Fact]
    public async Task SEN_02_Staff_mark_an_account_with_a_reason_see_it_on_lists_and_tickets_and_take_it_away()
    {
        var (customer, number) = await OpenTicketAsync();
        using var staff = await PlainBrowser.SignInAsync(host, (await StaffMember.HireAsync(host)).Email, StaffMember.Password);

        await staff.OpenAsync($"/desk/accounts/{customer.Account.Value}/care");
        await staff.SubmitAsync("form#mark", ("Mark.Reason", " "));
        Assert.NotEmpty(staff.Page.QuerySelector("#Mark_Reason-error")!.TextContent.Trim());
        await staff.SubmitAsync("form#mark", ("Mark.Reason", Reason));
        await staff.FollowAsync();

        Assert.Contains(Reason, staff.Page.QuerySelector("#marks")!.TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { "/desk", $"/desk/accounts/{customer.Account.Value}", $"/desk/tickets/{number}", "/desk/accounts" })
        {
            await staff.OpenAsync(path);
            Assert.Contains(staff.Page.QuerySelectorAll(".badge"), badge => badge.TextContent == "Delicate");
        }

        await host.MoveClockAsync(NodaTime.Duration.FromMinutes(1));
        await staff.OpenAsync($"/desk/accounts/{customer.Account.Value}/care");
        await staff.SubmitAsync("form#mark", ("Mark.Reason", "All is well"));
        await staff.OpenAsync($"/desk/accounts/{customer.Account.Value}/care");
        Assert.Equal(["All is well", Reason], staff.Page.QuerySelectorAll("#marks li").Select(line => line.TextContent.Contains(Reason, StringComparison.Ordinal) ? Reason : "All is well"));
        await staff.OpenAsync($"/desk/tickets/{number}");
        Assert.DoesNotContain(staff.Page.QuerySelectorAll(".badge"), badge => badge.TextContent == "Delicate");
    }

    [Fact]
    public async Task SEN_02_No_page_of_the_customers_changes_by_it()
    {
        var (customer, number) = await OpenTicketAsync();
        using var browser = await PlainBrowser.SignInAsync(host, customer.Email, Buyer.Password);
        string[] pages =
        [
            "/account", "/tickets", $"/tickets/{number}", "/tickets/new", "/hours", "/hours/ledger", "/subscription", "/credentials", "/account/tokens",
            "/account/notifications", "/account/members", "/orders", "/payments", "/plans", "/",
        ];
        var before = new List<(HttpStatusCode, string)>();
        foreach (var page in pages)
        {
            await browser.OpenAsync(page);
            before.Add((browser.Status, browser.Text));
        }

        await MarkAsync(customer);

        for (var index = 0; index < pages.Length; index++)
        {
            await browser.OpenAsync(pages[index]);
            Assert.Equal(before[index], (browser.Status, browser.Text));
            Assert.DoesNotContain("xyzzy", browser.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("elicate", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        await browser.OpenAsync($"/desk/accounts/{customer.Account.Value}/care");
        Assert.Contains("/error/403", browser.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SEN_02_No_query_of_the_customers_reveals_it_and_no_event()
    {
        var (customer, _) = await OpenTicketAsync();
        using var api = await TicketApi.ConnectAsync(host, "plans:read subscription:read hours:read tickets:read tickets:write projects:read billing:read", customer);
        const string Everything = """{ account { id name language createdAt members { name } entitlements { key } tickets { nodes { number subject status updatedAt events { kind sequence } } } } }""";
        var before = (await api.AskAsync(Everything)).ToJsonString();
        var sequence = await SequenceAsync(customer.Account);

        await MarkAsync(customer);

        Assert.Equal(before, (await api.AskAsync(Everything)).ToJsonString());
        Assert.Equal(sequence, await SequenceAsync(customer.Account));
        await using var db = host.Db();
        var happened = await db.Set<EventRow>().AsNoTracking().SingleAsync(row => row.AccountId == customer.Account && row.Type == "account.marked");
        Assert.Equal(EventStream.Staff, happened.Stream);
        Assert.DoesNotContain("xyzzy", happened.Data, StringComparison.Ordinal);

        // The desk's fields are the only ones of that name, and the customer is not let in.
        var types = (await api.AskAsync("{ __schema { types { name fields { name } } } }"))["__schema"]!["types"]!.AsArray();
        var telling = types.Where(type => type!["fields"] is JsonArray fields && fields.Any(field => IsTelling(field!["name"]!.GetValue<string>())))
            .Select(type => type!["name"]!.GetValue<string>());
        Assert.Equal(["AccountMark", "DeskAccount", "DeskMeeting"], telling.Order(StringComparer.Ordinal));
        Assert.NotNull((await api.PostAsync("{ desk { accounts { account { isDelicate marks { reason } } } } }"))["errors"]);
        Assert.NotNull((await api.PostAsync("mutation($id: ID!) { markAccount(input: { accountId: $id, isDelicate: false, reason: \"x\" }) { deskAccount { name } } }", new { id = customer.Account.Value }))["errors"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SEN_02_Nobody_but_staff_marks_and_each_mark_is_kept_with_its_reason(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var mark = desk.Get<MarkAccount>();

        Assert.IsType<NotFound>((await mark.HandleAsync(desk.Customer.Account, true, Reason, desk.Customer.Viewer, CancellationToken.None)).Refusal);
        Assert.IsType<TextNotValid>((await mark.HandleAsync(desk.Customer.Account, true, new string('x', 501), desk.Staff, CancellationToken.None)).Refusal);
        Assert.IsType<TextNotValid>((await mark.HandleAsync(desk.Customer.Account, true, "nul\0", desk.Staff, CancellationToken.None)).Refusal);
        Assert.IsType<NotFound>((await mark.HandleAsync(AccountId.New(TestStore.Start), true, Reason, desk.Staff, CancellationToken.None)).Refusal);
        Assert.False((await desk.AccountAsync()).IsDelicate);

        await mark.HandleAsync(desk.Customer.Account, true, Reason, desk.Staff, CancellationToken.None);
        desk.Store.Time.Advance(NodaTime.Duration.FromHours(1));
        await mark.HandleAsync(desk.Customer.Account, true, "Again", desk.Colleague, CancellationToken.None);

        Assert.True((await desk.AccountAsync()).IsDelicate);
        var known = (await desk.Get<EntitlementReader>().FindForStaffAsync(desk.Customer.Account, CancellationToken.None))!;
        Assert.Equal(["Again", Reason], known.Marks.Select(one => one.Reason));
        Assert.Equal(1, (await desk.AccountAsync()).NextSequence);
    }

    private static bool IsTelling(string field) => field.Contains("delicate", StringComparison.OrdinalIgnoreCase) || field == "marks";

    private async Task MarkAsync(Buyer customer)
    {
        var staff = await StaffMember.HireAsync(host);
        Assert.Null((await customer.Get<MarkAccount>().HandleAsync(customer.Account, true, Reason, staff.Viewer, CancellationToken.None)).Refusal);
    }

    private async Task<long> SequenceAsync(AccountId account)
    {
        await using var db = host.Db();
        return await db.Set<Account>().Where(row => row.Id == account).Select(row => row.NextSequence).SingleAsync();
    }

    private async Task<(Buyer Customer, int Number)> OpenTicketAsync()
    {
        var customer = await Buyer.OpenAsync(host);
        await customer.BuyAsync();
        var opened = await customer.Get<OpenTicket>().HandleAsync(TicketCustomer.Input(), customer.Viewer, CancellationToken.None);
        return (customer, opened.Value.Number);
    }
}
