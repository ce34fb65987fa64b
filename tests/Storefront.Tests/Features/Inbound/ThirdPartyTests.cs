using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Features.Inbound;
using Storefront.Features.Tickets;
using Storefront.Store.DueWork;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Inbound;

/// <summary>FEN-17: third parties are written to from a ticket, with the house in copy, and what they answer comes back into it.</summary>
public sealed class ThirdPartyTests : IAsyncLifetime, IDisposable
{
    private const string Supplier = "soporte@erp.example";

    private StorefrontHost host = null!;
    private Buyer ana = null!;
    private Postman post = null!;
    private Ticket ticket = null!;

    public async Task InitializeAsync()
    {
        host = await Postman.StartAsync("fenicio");
        ana = await Buyer.OpenAsync(host);
        post = new Postman(host);
        var input = TicketCustomer.Input(urgency: null, impact: null) with { Kind = "third-party", Platform = null };
        Assert.Null((await ana.Get<OpenTicket>().HandleAsync(input, ana.Viewer, CancellationToken.None)).Refusal);
        ticket = Assert.Single(await post.TicketsAsync(ana));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => post.Dispose();

    [Fact]
    public async Task FEN_17_What_is_written_to_a_third_party_reaches_it_alone_and_its_answer_comes_back_into_the_ticket()
    {
        Assert.Null((await WriteAsync(ana, new ThirdPartyInput("ERP", Supplier.ToUpperInvariant(), "Do orders reach you?", Copy: false, "once"))).Refusal);
        Assert.Null((await WriteAsync(ana, new ThirdPartyInput("ERP", Supplier.ToUpperInvariant(), "Do orders reach you?", Copy: false, "once"))).Refusal);
        await RunAsync();
        var mail = Assert.Single(await post.SentToAsync(Supplier));
        Assert.Equal(post.AddressOf(ticket), mail.ReplyTo);

        await post.BringAsync(post.Mail(Supplier, to: mail.ReplyTo!, body: "They do not."));
        await ana.Get<ReplyToTicket>().HandleAsync(new ReplyToTicketInput(ticket.Id, "Thank you both", [], null), ana.Viewer, CancellationToken.None);
        await RunAsync();

        var said = await post.MessagesAsync(ticket);
        Assert.Equal(["Nobody can pay.", "Do orders reach you?", "They do not.", "Thank you both"], said.Select(message => message.Body));
        Assert.Equal((Supplier, $"ERP <{Supplier}>"), (said[1].SentTo, said[2].Outsider));
        Assert.Single(await post.SentToAsync(Supplier));
    }

    [Fact]
    public async Task FEN_17_A_mail_to_a_third_party_with_the_house_in_copy_is_part_of_the_ticket_and_so_is_the_answer()
    {
        await post.BringAsync(post.Mail(ana.Email, to: $"ERP <{Supplier}>", headers: $"Cc: {post.AddressOf(ticket)}\r\n", body: "Orders do not reach you."));
        await post.BringAsync(post.Mail(Supplier, to: ana.Email, headers: $"Cc: {post.AddressOf(ticket)}\r\n", body: "We look into it."));

        Assert.Equal(["Nobody can pay.", "Orders do not reach you.", "We look into it."], (await post.MessagesAsync(ticket)).Select(message => message.Body));
        Assert.Equal(Supplier, Assert.Single(await host.Services.GetRequiredService<ThirdParties>().ListAsync(ticket.Key, CancellationToken.None)).Email);
    }

    [Fact]
    public async Task Copies_go_to_a_third_party_until_it_is_taken_off_and_it_gets_none_of_its_own_words()
    {
        var staff = await StaffMember.HireAsync(host);
        var party = (await ana.Get<WriteToThirdParty>().HandleAsync(ticket.Key, new ThirdPartyInput(null, Supplier, null, Copy: true, null), staff.Viewer, CancellationToken.None)).Value;
        await post.BringAsync(post.Mail(Supplier, to: post.AddressOf(ticket), body: "Hello."));
        await ana.Get<ReplyToTicket>().HandleAsync(new ReplyToTicketInput(ticket.Id, "For everybody", [], null), ana.Viewer, CancellationToken.None);
        await RunAsync();
        Assert.Contains("For everybody", Assert.Single(await post.SentToAsync(Supplier)).Body, StringComparison.Ordinal);

        Assert.Null((await ana.Get<ThirdParties>().RemoveAsync(ticket.Key, party, ana.Viewer, CancellationToken.None)).Refusal);
        await ana.Get<ReplyToTicket>().HandleAsync(new ReplyToTicketInput(ticket.Id, "For us alone", [], null), ana.Viewer, CancellationToken.None);
        await RunAsync();
        var late = await post.BringAsync(post.Mail(Supplier, to: post.AddressOf(ticket), body: "Still here?"));

        Assert.Single(await post.SentToAsync(Supplier));
        Assert.Equal((InboundState.Held, InboundReason.UnknownSender), (late.State, late.Reason));
    }

    [Fact]
    public async Task FEN_17_Files_reach_a_third_party_as_links_that_end_and_that_stop_when_it_is_taken_off()
    {
        var bytes = "id;total\n1;10\n"u8.ToArray();
        var file = (await ana.Get<UploadAttachment>().HandleAsync(
            ana.Account, ana.Viewer.UserId, new UploadedFile("pedidos.csv", bytes.Length, () => new MemoryStream(bytes)), CancellationToken.None)).Value;
        var input = new ThirdPartyInput("ERP", Supplier, "See the file.", Copy: false, "once", [file.Id]);
        var party = (await WriteAsync(ana, input)).Value;
        Assert.Equal(party, (await WriteAsync(ana, input)).Value);
        await RunAsync();

        var mail = Assert.Single(await post.SentToAsync(Supplier)).Body;
        var link = mail.Split('\n').Single(line => line.StartsWith("pedidos.csv: ", StringComparison.Ordinal))["pedidos.csv: ".Length..];
        using var http = host.CreateClient();
        using (var fetched = await http.GetAsync(new Uri(link)))
        {
            Assert.Equal(bytes, await fetched.Content.ReadAsByteArrayAsync());
            Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition!.DispositionType);
        }

        var links = host.Services.GetRequiredService<PartyFileLinks>();
        var read = links.Read(link.Split('/')[^1])!;
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{link[..^6]}AAAAAA"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(links.Of(read with { Party = new TicketPartyId(Guid.Empty) }).AbsoluteUri));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(links.Of(read with { Until = TestStore.Start }).AbsoluteUri));
        Assert.Null((await ana.Get<ThirdParties>().RemoveAsync(ticket.Key, party, ana.Viewer, CancellationToken.None)).Refusal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link));

        async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var answer = await http.GetAsync(new Uri(address));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task COM_06_Nobody_of_another_account_writes_to_or_takes_off_a_third_party()
    {
        var other = await Buyer.OpenAsync(host);
        var party = (await WriteAsync(ana, new ThirdPartyInput(null, Supplier, null, Copy: true, null))).Value;

        Assert.IsType<NotFound>((await WriteAsync(other, new ThirdPartyInput(null, "me@else.example", null, Copy: true, null))).Refusal);
        Assert.IsType<NotFound>((await ana.Get<ThirdParties>().RemoveAsync(ticket.Key, party, other.Viewer, CancellationToken.None)).Refusal);
        Assert.IsType<ThirdPartyNotValid>((await WriteAsync(ana, new ThirdPartyInput(null, "no address", "Hello", Copy: false, null))).Refusal);
        Assert.IsType<ThirdPartyNotValid>((await WriteAsync(ana, new ThirdPartyInput(null, post.House, "Hello", Copy: false, null))).Refusal);
        Assert.IsType<Storefront.Domain.Tickets.TextNotValid>((await WriteAsync(ana, new ThirdPartyInput(null, Supplier, " ", Copy: false, null))).Refusal);
    }

    [Fact]
    public async Task Both_sides_write_to_somebody_else_from_their_page_without_scripts()
    {
        using var customer = await PlainBrowser.SignInAsync(host, ana.Email, Buyer.Password);
        var staff = await StaffMember.HireAsync(host);
        using var desk = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);

        await customer.OpenAsync($"/tickets/{ticket.Number}/others");
        await customer.SubmitAsync("main form", ("Input.Email", "nobody"), ("Input.Body", "Hello"));
        Assert.NotNull(customer.Page.QuerySelector(".field-validation-error"));
        Assert.Equal("Hello", customer.Page.QuerySelector("textarea")!.TextContent.Trim());
        await customer.SubmitAsync("main form", ("Input.Email", Supplier), ("Input.Body", "Hello"));
        await customer.FollowAsync();
        Assert.Contains(Supplier, customer.Page.QuerySelector("#parties")!.TextContent, StringComparison.Ordinal);

        await desk.OpenAsync($"/desk/tickets/{ticket.Number}");
        Assert.Contains(Supplier, desk.Page.QuerySelector("#parties")!.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync("#parties form");
        await desk.FollowAsync();
        Assert.Empty(desk.Page.QuerySelectorAll("#parties form"));
        await desk.OpenAsync("/desk/inbound");
        Assert.Contains("Nothing waits", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FLU_25_Where_the_house_does_not_write_to_others_staff_are_refused_and_the_customer_may()
    {
        await using var desk = await DeskStore.CreateAsync(DatabaseKind.Sqlite);
        var own = await desk.OpenAsync();
        var input = new ThirdPartyInput(null, Supplier, null, Copy: true, null);

        Assert.IsType<ThirdPartyNotAllowed>((await desk.Get<WriteToThirdParty>().HandleAsync(own, input, desk.Staff, CancellationToken.None)).Refusal);
        Assert.Null((await desk.Get<WriteToThirdParty>().HandleAsync(own, input, desk.Customer.Viewer, CancellationToken.None)).Refusal);
    }

    private Task<Result<TicketPartyId>> WriteAsync(Buyer by, ThirdPartyInput input) =>
        by.Get<WriteToThirdParty>().HandleAsync(ticket.Key, input, by.Viewer, CancellationToken.None);

    private Task RunAsync() => host.Services.GetRequiredService<DueWorkRunner>().RunDueAsync(CancellationToken.None);
}
