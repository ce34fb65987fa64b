using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Shared;
using Storefront.Features.Desk;
using Storefront.Features.Drafts;
using Storefront.Features.Tickets;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Drafts;

/// <summary>What is typed and not sent, on both databases.</summary>
public class DraftTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_is_its_author_s_alone_until_it_is_sent(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var drafts = new DraftStore(desk.Store.Transactions, desk.Get<IDbContextFactory<Storefront.Store.StorefrontDb>>());
        var key = await desk.OpenAsync();
        var (customer, staff, colleague) = (desk.Customer.Viewer.UserId, desk.Staff.UserId, desk.Colleague.UserId);

        // Typed letter by letter, and at the same time.
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => drafts.KeepAsync(key, staff, DraftKind.Reply, "Half a", "form:1", CancellationToken.None)));
        await drafts.KeepAsync(key, staff, DraftKind.Reply, "Half a sentence", "form:1", CancellationToken.None);
        await drafts.KeepAsync(key, staff, DraftKind.Note, "Among us", null, CancellationToken.None);
        await drafts.KeepAsync(key, customer, DraftKind.Reply, "Mine", "form:2", CancellationToken.None);

        Assert.Equal("Half a sentence", await BodyAsync(staff, DraftKind.Reply));
        Assert.Equal("Among us", await BodyAsync(staff, DraftKind.Note));
        Assert.Equal("Mine", await BodyAsync(customer, DraftKind.Reply));
        Assert.Null(await BodyAsync(colleague, DraftKind.Reply));

        await desk.ReplyAsync(key, "Half a sentence.", key: "form:1");
        Assert.Null(await BodyAsync(staff, DraftKind.Reply));
        Assert.Equal("Among us", await BodyAsync(staff, DraftKind.Note));

        // What comes late, of a form that was sent, is no draft any more.
        await drafts.KeepAsync(key, staff, DraftKind.Reply, "Half a sentence.", "form:1", CancellationToken.None);
        Assert.Null(await BodyAsync(staff, DraftKind.Reply));

        await desk.Get<AddStaffNote>().HandleAsync(key, "Among us", desk.Staff, CancellationToken.None);
        Assert.Null(await BodyAsync(staff, DraftKind.Note));
        await desk.Customer.ReplyAsync(key.Id, "Mine");
        Assert.Null(await BodyAsync(customer, DraftKind.Reply));

        await drafts.KeepAsync(key, staff, DraftKind.Reply, "Again", null, CancellationToken.None);
        await drafts.KeepAsync(key, staff, DraftKind.Reply, "  ", null, CancellationToken.None);
        Assert.Null(await BodyAsync(staff, DraftKind.Reply));

        async Task<string?> BodyAsync(UserId author, DraftKind wanted) => (await drafts.FindAsync(key, author, wanted, CancellationToken.None))?.Body;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_refused_leaves_the_draft(DatabaseKind kind)
    {
        await using var desk = await DeskStore.CreateAsync(kind);
        var drafts = new DraftStore(desk.Store.Transactions, desk.Get<IDbContextFactory<Storefront.Store.StorefrontDb>>());
        var key = await desk.OpenAsync();
        await desk.MoveAsync(key, Storefront.Domain.Tickets.TicketStatus.InProgress);
        await desk.MoveAsync(key, Storefront.Domain.Tickets.TicketStatus.Closed);
        await drafts.KeepAsync(key, desk.Customer.Viewer.UserId, DraftKind.Reply, "One thing more", null, CancellationToken.None);

        if ((await desk.Customer.ReplyAsync(key.Id, "One thing more")).IsRefused)
        {
            Assert.NotNull(await drafts.FindAsync(key, desk.Customer.Viewer.UserId, DraftKind.Reply, CancellationToken.None));
        }
        else
        {
            Assert.Fail("A closed ticket takes no replies.");
        }
    }
}

/// <summary>Drafts over HTTP.</summary>
public sealed class DraftPageTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task What_was_typed_stands_in_the_form_again_and_others_cannot_reach_it()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);
        var number = (await host.Services.GetRequiredService<OpenTicket>().HandleAsync(TicketCustomer.Input(), visitor.Person.Viewer, CancellationToken.None)).Value.Number;
        var page = await visitor.ReadAsync($"/tickets/{number}");
        var address = page.QuerySelector("form[data-draft]")!.GetAttribute("data-draft")!;

        using var kept = await visitor.PostAsync(address, page, [("kind", "Reply"), ("body", "Not <b>ready</b> yet")]);
        Assert.Equal(204, (int)kept.StatusCode);
        var again = await visitor.ReadAsync($"/tickets/{number}");
        Assert.Equal("Not <b>ready</b> yet", again.QuerySelector("#Input_Body")!.TextContent.Trim());
        Assert.Contains("Draft kept", again.QuerySelector("[data-draft-state]")!.TextContent, StringComparison.Ordinal);

        using var noNote = await visitor.PostAsync(address, again, [("kind", "Note"), ("body", "x")]);
        using var huge = await visitor.PostAsync(address, again, [("kind", "Reply"), ("body", new string('x', 60_000))]);
        using var nul = await visitor.PostAsync(address, again, [("kind", "Reply"), ("body", "a\0b")]);
        using var forged = await visitor.Http.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("body", "x"), KeyValuePair.Create("kind", "Reply")]));
        Assert.Equal((404, 413, 413, 400), ((int)noNote.StatusCode, (int)huge.StatusCode, (int)nul.StatusCode, (int)forged.StatusCode));

        using var stranger = await TicketVisitor.SignInAsync(host);
        using var theirs = await stranger.PostAsync(address, await stranger.ReadAsync("/tickets/new"), [("kind", "Reply"), ("body", "x")]);
        Assert.Equal(404, (int)theirs.StatusCode);
        var staff = await StaffMember.HireAsync(host);
        using var browser = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await browser.OpenAsync($"/desk/tickets/{number}");
        Assert.DoesNotContain("ready", browser.Text, StringComparison.Ordinal);

        using var sent = await visitor.PostAsync($"/tickets/{number}?handler=Reply", again, [("Input.Body", "Ready")]);
        Assert.Equal("", (await visitor.ReadAsync($"/tickets/{number}")).QuerySelector("#Input_Body")!.TextContent.Trim());
    }
}
