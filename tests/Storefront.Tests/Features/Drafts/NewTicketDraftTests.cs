using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Tickets;
using Storefront.Features.Drafts;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Drafts;

/// <summary>The draft of a new ticket, on both databases and over HTTP.</summary>
public sealed class NewTicketDraftTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_draft_of_a_new_ticket_is_one_a_person_until_it_is_sent_or_thrown_away(DatabaseKind kind)
    {
        await using var desk = await Desk.DeskStore.CreateAsync(kind);
        var drafts = new NewTicketDrafts(desk.Store.Transactions, desk.Get<TicketStore>(), desk.Get<IDbContextFactory<StorefrontDb>>());
        var (account, author) = (desk.Customer.Account, desk.Customer.Viewer.UserId);
        var form = new TicketForm { Kind = "support", Subject = "Half", Body = "a sentence", Urgency = Urgency.High, Schedule = true, Key = "one", Kept = [Guid.CreateVersion7()] };

        // Typed letter by letter, and at the same time.
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => drafts.KeepAsync(account, author, form, CancellationToken.None)));
        var read = new TicketForm();
        (await FindAsync())!.Fill(read);
        Assert.Equal(("support", "Half", "a sentence", Urgency.High, true, form.Kept[0]), (read.Kind, read.Subject, read.Body, read.Urgency, read.Schedule, read.Kept[0]));
        Assert.Null(await drafts.FindAsync(account, desk.Staff.UserId, CancellationToken.None));

        Assert.False(await drafts.KeepAsync(account, author, new TicketForm { Body = new string('x', 200_000) }, CancellationToken.None));
        Assert.False(await drafts.KeepAsync(account, author, new TicketForm { Subject = "a\0b" }, CancellationToken.None));
        Assert.False(await drafts.KeepAsync(account, author, new TicketForm { Kind = new string('k', 101) }, CancellationToken.None));
        Assert.Equal("Half", (await FindAsync())!.Subject);

        // Opened by something else, by the API say, it stays; sent as itself it goes, and what comes late is none any more.
        await desk.OpenAsync();
        Assert.NotNull(await FindAsync());
        var sent = await desk.Get<OpenTicket>().HandleAsync(TicketCustomer.Input() with { IdempotencyKey = "one" }, desk.Customer.Viewer, CancellationToken.None, endsDraft: true);
        Assert.False(sent.IsRefused);
        Assert.Null(await FindAsync());
        await drafts.KeepAsync(account, author, form, CancellationToken.None);
        Assert.Null(await FindAsync());

        form.Key = "two";
        await drafts.KeepAsync(account, author, form, CancellationToken.None);
        await drafts.KeepAsync(account, author, new TicketForm { Kind = "support", Subject = " ", Key = "two" }, CancellationToken.None);
        Assert.Null(await FindAsync());
        await drafts.KeepAsync(account, author, form, CancellationToken.None);
        await drafts.ForgetAsync(account, author, "two", CancellationToken.None);
        Assert.Null(await FindAsync());

        // A save that was under way when it was thrown away does not bring it back; thrown away twice is once; the next form is another one.
        await drafts.KeepAsync(account, author, form, CancellationToken.None);
        Assert.Null(await FindAsync());
        await drafts.ForgetAsync(account, author, "two", CancellationToken.None);
        form.Key = "three";
        await Task.WhenAll([.. Enumerable.Range(0, 4).Select(_ => drafts.KeepAsync(account, author, form, CancellationToken.None)), drafts.ForgetAsync(account, author, "three", CancellationToken.None)]);
        Assert.Null(await FindAsync());
        form.Key = "four";
        await drafts.KeepAsync(account, author, form, CancellationToken.None);
        Assert.NotNull(await FindAsync());
        await drafts.ForgetAsync(account, author, null, CancellationToken.None);
        Assert.Null(await FindAsync());

        Task<NewTicketDraft?> FindAsync() => drafts.FindAsync(account, author, CancellationToken.None);
    }

    [Fact]
    public async Task What_was_begun_stands_in_the_form_again_until_it_is_sent()
    {
        using var visitor = await TicketVisitor.SignInAsync(host);
        var page = await visitor.ReadAsync("/tickets/new");
        var address = page.QuerySelector("[data-new-draft]")!.GetAttribute("data-new-draft")!;
        Assert.True(page.QuerySelector("[data-draft-discard]")!.HasAttribute("hidden"));

        using var kept = await visitor.PostAsync(address, page, TicketVisitor.Fields(subject: "Not ready yet"));
        Assert.Equal(204, (int)kept.StatusCode);
        var again = await visitor.ReadAsync("/tickets/new");
        Assert.Equal("Not ready yet", ((IHtmlInputElement)again.QuerySelector("#Input_Subject")!).Value);
        Assert.Equal("Nobody **can** pay.", again.QuerySelector("#Input_Body")!.TextContent.Trim());
        Assert.True(again.QuerySelector("input[name='Input.Impact'][value=High]")!.HasAttribute("checked"));
        Assert.NotNull(again.QuerySelector("[data-seen]"));
        Assert.Contains("Draft kept", again.QuerySelector("[data-draft-state]")!.TextContent, StringComparison.Ordinal);

        // Who comes for something else is told of it, and does not write over it.
        var other = await visitor.ReadAsync("/tickets/new?subject=Something+else");
        Assert.Equal("Something else", ((IHtmlInputElement)other.QuerySelector("#Input_Subject")!).Value);
        Assert.Null(other.QuerySelector("[data-new-draft]"));
        using var shown = await visitor.PostAsync("/tickets/new", other, TicketVisitor.Fields(subject: "Something else", step: "preview"));
        Assert.Equal("Not ready yet", await SubjectAsync());

        using var stranger = await TicketVisitor.SignInAsync(host);
        Assert.Equal("", ((IHtmlInputElement)(await stranger.ReadAsync("/tickets/new")).QuerySelector("#Input_Subject")!).Value);
        using var huge = await visitor.PostAsync(address, again, [("Input.Body", new string('x', 200_000))]);
        using var forged = await visitor.Http.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("Input.Subject", "x")]));
        Assert.Equal((413, 400), ((int)huge.StatusCode, (int)forged.StatusCode));

        // Without scripts it is kept when the form comes back; sent, it is gone.
        using var seen = await visitor.PostAsync("/tickets/new", again, TicketVisitor.Fields(subject: "Ready", step: "preview"));
        Assert.Equal("Ready", await SubjectAsync());
        using var sent = await visitor.PostAsync("/tickets/new", await TicketVisitor.ParseAsync(seen), TicketVisitor.Fields(subject: "Ready"));
        Assert.Equal(302, (int)sent.StatusCode);
        Assert.Equal("", await SubjectAsync());

        using var begun = await visitor.PostAsync(address, await visitor.ReadAsync("/tickets/new"), [("Input.Subject", "Never mind")]);
        var thrown = await visitor.ReadAsync("/tickets/new");
        var key = ((IHtmlInputElement)thrown.QuerySelector("[name='Input.Key']")!).Value;
        using var discarded = await visitor.PostAsync($"{address}?handler=Discard", thrown, [("Input.Key", key)]);
        Assert.Equal(302, (int)discarded.StatusCode);
        using var late = await visitor.PostAsync(address, thrown, [("Input.Subject", "Never mind"), ("Input.Key", key)]);
        Assert.Equal(204, (int)late.StatusCode);
        Assert.Equal("", await SubjectAsync());

        async Task<string> SubjectAsync() => ((IHtmlInputElement)(await visitor.ReadAsync("/tickets/new")).QuerySelector("#Input_Subject")!).Value;
    }
}
