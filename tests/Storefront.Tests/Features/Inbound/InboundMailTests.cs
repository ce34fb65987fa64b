using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Attachments;
using Storefront.Features.Inbound;
using Storefront.Features.Tickets;
using Storefront.Features.Tickets.Intake;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Inbound;

/// <summary>Tickets by mail on Alfinet's running shop, brought by its one webhook.</summary>
public sealed class InboundMailTests : IAsyncLifetime, IDisposable
{
    private StorefrontHost host = null!;
    private Buyer ana = null!;
    private Postman post = null!;

    public async Task InitializeAsync()
    {
        host = await Postman.StartAsync("alfinet");
        ana = await Buyer.OpenAsync(host);
        post = new Postman(host);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => post.Dispose();

    [Fact]
    public async Task ALF_03_ALF_04_A_mail_of_a_member_is_a_ticket_and_its_number_is_sent_back_at_once()
    {
        var mail = post.Mail(ana.Email, id: "first");
        await post.BringAsync(mail);
        var again = await post.BringAsync(mail);

        var ticket = Assert.Single(await post.TicketsAsync(ana));
        Assert.Equal(("The shop is down", "support", TicketStatus.Open), (ticket.Subject, ticket.KindKey, ticket.Status));
        Assert.Equal(("Nobody can buy.", "email"), ((await post.MessagesAsync(ticket))[0].Body, (await post.MessagesAsync(ticket))[0].ChannelKey));
        var receipt = Assert.Single(await post.SentToAsync(ana.Email), sent => sent.IsAutomatic);
        Assert.Contains($"#{ticket.Number}", receipt.Subject, StringComparison.Ordinal);
        Assert.Contains("+55 34 99134-7500", receipt.Body, StringComparison.Ordinal);
        Assert.Equal(("<first@mail.example>", post.AddressOf(ticket)), (receipt.InReplyTo, receipt.ReplyTo));
        Assert.Equal((InboundState.Processed, ticket.Id), (again.State, again.TicketId));
        Assert.Equal("email", (await host.Services.GetRequiredService<TicketIntakes>().FindAsync(ticket.Key, CancellationToken.None))!.ChannelKey);
    }

    [Fact]
    public async Task ALF_03_Answers_are_threaded_in_by_the_address_and_by_what_they_answer_without_the_history()
    {
        await post.BringAsync(post.Mail(ana.Email));
        var ticket = Assert.Single(await post.TicketsAsync(ana));
        var receipt = (await post.SentToAsync(ana.Email)).Single(sent => sent.IsAutomatic);

        await post.BringAsync(post.Mail(ana.Email, to: $"Alfinet <{post.AddressOf(ticket)}>", body: "Since 9.\r\n\r\nOn Mon, 2 Nov 2026 at 09:00, Alfinet wrote:\r\n> We received it"));
        await post.BringAsync(post.Mail(ana.Email, headers: $"In-Reply-To: <{receipt.Id.Value:N}@alfinet.example>\r\n", body: "And still."));

        Assert.Single(await post.TicketsAsync(ana));
        Assert.Equal(["Nobody can buy.", "Since 9.", "And still."], (await post.MessagesAsync(ticket)).Select(message => message.Body));
    }

    [Fact]
    public async Task COM_06_A_forged_address_or_another_customer_s_is_threaded_into_nobody_s_ticket()
    {
        await post.BringAsync(post.Mail(ana.Email));
        var ticket = Assert.Single(await post.TicketsAsync(ana));
        var bruno = await Buyer.OpenAsync(host);
        var forged = post.AddressOf(ticket).Replace($"+{ticket.Number}.", $"+{ticket.Number}.x", StringComparison.Ordinal).Remove(post.AddressOf(ticket).IndexOf('@', StringComparison.Ordinal) - 1, 1);

        await post.BringAsync(post.Mail(bruno.Email, to: post.AddressOf(ticket), body: "Show me."));
        await post.BringAsync(post.Mail(bruno.Email, to: forged, body: "Show me too."));
        await post.BringAsync(post.Mail("nobody@else.example", to: post.AddressOf(ticket), body: "And me."));

        Assert.Single(await post.MessagesAsync(ticket));
        Assert.Equal(2, (await post.TicketsAsync(bruno)).Count);
        Assert.All(await post.SentToAsync(bruno.Email), sent => Assert.DoesNotContain(post.AddressOf(ticket), sent.ReplyTo ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\r\n", InboundReason.Automatic)]
    [InlineData("Precedence: bulk\r\n", InboundReason.Automatic)]
    [InlineData("List-Id: <news.example>\r\n", InboundReason.Automatic)]
    [InlineData("Return-Path: <>\r\n", InboundReason.Automatic)]
    public async Task Mail_loops_are_cut_what_machines_write_opens_and_answers_nothing(string header, InboundReason reason)
    {
        var dropped = await post.BringAsync(post.Mail(ana.Email, headers: header));
        var own = await post.BringAsync(post.Mail(post.House));

        Assert.Equal((InboundState.Dropped, reason), (dropped.State, dropped.Reason));
        Assert.Equal((InboundState.Dropped, InboundReason.OwnAddress), (own.State, own.Reason));
        Assert.Empty(await post.TicketsAsync(ana));
        Assert.Empty(await post.SentToAsync(ana.Email));
        Assert.Empty(await post.SentToAsync(post.House));
    }

    [Fact]
    public async Task One_sender_who_writes_without_end_is_held_after_the_house_s_limit_and_answered_no_more()
    {
        var most = host.Services.GetRequiredService<Storefront.Domain.Houses.Handbook>().Intake.MostPerSender;
        for (var sent = 0; sent < most; sent++)
        {
            await post.BringAsync(post.Mail(ana.Email));
        }

        var beyond = await post.BringAsync(post.Mail(ana.Email));

        Assert.Equal((InboundState.Held, InboundReason.TooMany), (beyond.State, beyond.Reason));
        Assert.Equal(most, (await post.TicketsAsync(ana)).Count);
    }

    [Fact]
    public async Task Whom_nobody_knows_is_told_once_a_day_how_to_become_known_and_whom_to_call()
    {
        var first = await post.BringAsync(post.Mail("eva@new.example"));
        await post.BringAsync(post.Mail("eva@new.example"));

        var told = Assert.Single(await post.SentToAsync("eva@new.example"));
        Assert.Equal((InboundState.Processed, InboundReason.UnknownSender), (first.State, first.Reason));
        Assert.Contains("/register", told.Body, StringComparison.Ordinal);
        Assert.Contains("+55 34 99134-7500", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_sender_was_found_false_waits_for_staff_who_can_say_whose_it_is()
    {
        var held = await post.BringAsync(post.Mail(ana.Email, headers: "Authentication-Results: mx.example; dmarc=fail\r\n"));
        Assert.Equal((InboundState.Held, InboundReason.NotAuthentic), (held.State, held.Reason));
        var waiting = host.Services.GetRequiredService<HeldMessages>();
        Assert.False(await waiting.VouchAsync(held.Id, "nobody@else.example", CancellationToken.None));

        Assert.True(await waiting.VouchAsync(held.Id, ana.Email, CancellationToken.None));

        Assert.Single(await post.TicketsAsync(ana));
        Assert.Empty(await waiting.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_member_who_only_reads_is_told_so_and_opens_nothing()
    {
        var reader = await Buyer.OpenAsync(host, MemberRole.Viewer);

        var refused = await post.BringAsync(post.Mail(reader.Email));

        Assert.Equal(InboundReason.NotAllowed, refused.Reason);
        Assert.Empty(await post.TicketsAsync(reader));
        Assert.Single(await post.SentToAsync(reader.Email));
    }

    [Fact]
    public async Task ALF_03_Files_have_the_limits_of_the_form_and_what_is_left_out_is_named()
    {
        var parts = string.Concat(
            Part("text/plain", null, "See the order."),
            Part("text/csv", "orders.csv", Convert.ToBase64String(Encoding.UTF8.GetBytes("id;total\n1;10\n")), base64: true),
            Part("application/x-msdownload", "run.exe", Convert.ToBase64String([0x4d, 0x5a, 0, 1]), base64: true));
        await post.BringAsync(post.Mail(ana.Email, headers: "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"cut\"\r\n", body: $"{parts}--cut--"));

        var ticket = Assert.Single(await post.TicketsAsync(ana));
        var message = Assert.Single(await post.MessagesAsync(ticket));
        Assert.StartsWith("See the order.", message.Body, StringComparison.Ordinal);
        Assert.Contains("run.exe", message.Body, StringComparison.Ordinal);
        await using var db = host.Db();
        Assert.Equal("orders.csv", (await db.Set<Attachment>().SingleAsync(file => file.TicketId == ticket.Id)).FileName);
    }

    [Fact]
    public async Task ALF_12_The_panel_shows_each_member_all_requests_of_the_account_however_they_came_and_nobody_else_s()
    {
        await post.BringAsync(post.Mail(ana.Email, subject: "Mail of the owner"));
        var open = host.Services.GetRequiredService<OpenTicket>();
        var panel = await open.HandleAsync(
            new OpenTicketInput("Panel of a colleague", "It is so.", "support", null, null, null, ScheduleForNextPeriod: false, [], null),
            ana.Viewer with { UserId = await JoinAsync("bruno@loja.example", MemberRole.Member) },
            CancellationToken.None);
        await host.Services.GetRequiredService<CloseTicket>().HandleAsync(panel.Value.Id, ana.Viewer, CancellationToken.None);
        var other = await Buyer.OpenAsync(host);
        await post.BringAsync(post.Mail(other.Email, subject: "Somebody else"));
        await JoinAsync("carla@loja.example", MemberRole.Viewer);

        using var carla = await PlainBrowser.SignInAsync(host, "carla@loja.example", Buyer.Password);
        await carla.OpenAsync("/tickets?show=all");
        var list = carla.Text;
        await carla.OpenAsync($"/tickets/{panel.Value.Number}");

        Assert.Contains("Mail of the owner", list, StringComparison.Ordinal);
        Assert.Contains("Panel of a colleague", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody else", list, StringComparison.Ordinal);
        Assert.Contains("It is so.", carla.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_shows_no_signature_is_turned_away_before_the_body_is_read()
    {
        foreach (var header in new[] { "", $"{InboundSignature.Header}: t=1,v1={new string('0', 64)}\r\n", $"{InboundSignature.Header}: t={Now()},v1=zz\r\n" })
        {
            using var caller = new TcpClient();
            await caller.ConnectAsync(host.Address.Host, host.Address.Port);
            await using var line = caller.GetStream();
            await line.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /webhooks/inbound HTTP/1.1\r\nHost: {host.Address.Authority}\r\nContent-Type: message/rfc822\r\nContent-Length: 20000000\r\n{header}\r\n"));

            using var answer = new StreamReader(line, Encoding.ASCII);
            Assert.Equal("HTTP/1.1 400 Bad Request", await answer.ReadLineAsync());
        }

        static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
    }

    [Fact]
    public async Task A_mail_to_a_closed_ticket_opens_another_one()
    {
        await post.BringAsync(post.Mail(ana.Email));
        var ticket = Assert.Single(await post.TicketsAsync(ana));
        await host.Services.GetRequiredService<CloseTicket>().HandleAsync(ticket.Id, ana.Viewer, CancellationToken.None);

        await post.BringAsync(post.Mail(ana.Email, to: post.AddressOf(ticket), subject: "Re: The shop is down"));

        Assert.Equal(2, (await post.TicketsAsync(ana)).Count);
        Assert.Single(await post.MessagesAsync(ticket));
    }

    [Fact]
    public async Task Only_signed_and_fresh_calls_are_believed_and_what_is_huge_or_of_another_kind_is_refused()
    {
        var mail = Encoding.UTF8.GetBytes(post.Mail(ana.Email));

        Assert.Equal(HttpStatusCode.BadRequest, await post.PostAsync(mail, secret: null));
        Assert.Equal(HttpStatusCode.BadRequest, await post.PostAsync(mail, secret: "somebody else's secret"));
        Assert.Equal(HttpStatusCode.BadRequest, await post.PostAsync(mail, late: TimeSpan.FromMinutes(6)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await post.PostAsync(mail, "text/plain"));
        Assert.Equal(HttpStatusCode.BadRequest, await post.PostAsync(Encoding.UTF8.GetBytes("not json"), "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, await post.PostAsync(Encoding.UTF8.GetBytes("{\"from\":\"1\"}"), "application/json"));
        await using var db = host.Db();
        Assert.Empty(await db.Set<InboundMessage>().ToListAsync());
    }

    [Fact]
    public async Task ALF_03_Messages_are_tickets_by_the_same_rules_once_the_number_is_linked()
    {
        var links = host.Services.GetRequiredService<MessagingLinks>();
        var code = await links.BeginAsync(ana.Viewer.UserId, CancellationToken.None);
        var stranger = await post.MessageAsync("+55 11 90000-0000", "The shop is down");
        await post.MessageAsync("+55 34 90000-0000", code.ToLowerInvariant());
        Assert.Equal("5534900000000", (await links.FindAsync(ana.Viewer.UserId, CancellationToken.None))!.Number);

        await post.MessageAsync("+55 34 90000-0000", "The shop is down\nNobody can buy", id: "same");
        await post.MessageAsync("+55 34 90000-0000", "The shop is down\nNobody can buy", id: "same");
        var ticket = Assert.Single(await post.TicketsAsync(ana));
        await post.MessageAsync("+55 34 90000-0000", $"#{ticket.Number} since nine");

        Assert.Equal(InboundReason.UnknownSender, stranger.Reason);
        Assert.Equal("The shop is down", ticket.Subject);
        Assert.Equal(["whatsapp", "whatsapp"], (await post.MessagesAsync(ticket)).Select(message => message.ChannelKey));
        Assert.Contains(await post.SentToAsync("5534900000000"), sent => sent.IsMessage && sent.Subject.Contains($"#{ticket.Number}", StringComparison.Ordinal));
        Assert.Single(await post.SentToAsync("5511900000000"));
    }

    private static string Part(string type, string? name, string content, bool base64 = false) =>
        $"--cut\r\nContent-Type: {type}\r\n{(name is null ? "" : $"Content-Disposition: attachment; filename=\"{name}\"\r\n")}{(base64 ? "Content-Transfer-Encoding: base64\r\n" : "")}\r\n{content}\r\n";

    /// <summary>Somebody more of the customer's account.</summary>
    private async Task<UserId> JoinAsync(string email, MemberRole role)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var user = new User { Id = UserId.New(TestStore.Start), DisplayName = email.Split('@')[0], UserName = email, Email = email, EmailConfirmed = true };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Buyer.Password)).Succeeded);
        await using var db = host.Db();
        db.Add(new Member { AccountId = ana.Account, Id = MemberId.New(TestStore.Start), UserId = user.Id, Role = role, JoinedAt = TestStore.Start });
        await db.SaveChangesAsync();
        return user.Id;
    }
}
