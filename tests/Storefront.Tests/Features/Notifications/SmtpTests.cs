using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Inbound.Mime;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Notifications;

/// <summary>Mail as it leaves the program, received by a server on a socket.</summary>
public sealed class SmtpTests : IAsyncLifetime
{
    private SmtpReceiver server = null!;
    private StorefrontHost host = null!;

    public async Task InitializeAsync()
    {
        server = SmtpReceiver.Start();
        host = await StorefrontHost.StartAsync(configure: Configure);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await server.DisposeAsync();
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["Smtp:Host"] = "127.0.0.1";
        builder.Configuration["Smtp:Port"] = server.Port.ToString(CultureInfo.InvariantCulture);
        builder.Configuration["Smtp:Tls"] = "false";
        builder.Configuration["Smtp:From"] = "Flunt <hola@flunt.example>";
    }

    [Fact]
    public async Task A_mail_that_can_be_ended_carries_the_headers_of_one_click_and_they_work()
    {
        var buyer = await Buyer.OpenAsync(host);

        await WriteAsync(new Mail(buyer.Email, "Tu ticket #7: ¿qué pasó? ñandú", "Hola, Ana.\n.\nUna línea con un punto.", "es-CL", Kind: MailKind.TicketReplied));

        var mail = await server.OneAsync();
        Assert.Equal([buyer.Email], mail.Recipients);
        Assert.Equal("Tu ticket #7: ¿qué pasó? ñandú", mail.Headers["Subject"]);
        Assert.StartsWith("Hola, Ana.\r\n.\r\nUna línea con un punto.", mail.Text.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.Equal("es-CL", mail.Headers["Content-Language"]);
        Assert.EndsWith("@flunt.example>", mail.Headers["Message-ID"], StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var link = new Uri(mail.Headers["List-Unsubscribe"].Trim('<', '>'));
        Assert.Contains(link.AbsoluteUri, mail.Text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);

        using var program = host.CreateClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(link, form)).StatusCode);
        await WriteAsync(new Mail(buyer.Email, "Another", "Text", "es-CL", Kind: MailKind.TicketReplied));
        await RunAsync();
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_ended_has_no_such_headers()
    {
        var buyer = await Buyer.OpenAsync(host);

        await WriteAsync(new Mail(buyer.Email, "Password", "Text", "en"));

        var mail = await server.OneAsync();
        Assert.False(mail.Headers.ContainsKey("List-Unsubscribe"));
        Assert.Equal("Text", mail.Text.Trim());
    }

    [Fact]
    public async Task What_the_program_says_is_marked_so_that_no_machine_answers_it_and_what_a_person_wrote_is_not()
    {
        await WriteAsync(new Mail("ana@shop.example", "Your number", "#7", "en"));
        var generated = await server.OneAsync();
        Assert.Equal("auto-generated", generated.Headers["Auto-Submitted"]);
        Assert.Equal("OOF, AutoReply", generated.Headers["X-Auto-Response-Suppress"]);
        Assert.True(MimeMail.Read(Encoding.UTF8.GetBytes($"Auto-Submitted: {generated.Headers["Auto-Submitted"]}\r\nFrom: ana@shop.example\r\n\r\nText")).IsAutomatic);

        server.Received.Clear();
        await WriteAsync(new Mail("third@party.example", "[#7] A copy", "They wrote this.", "en") { TicketId = TicketId.New(TestStore.Start) });
        var copy = await server.OneAsync();
        Assert.False(copy.Headers.ContainsKey("Auto-Submitted"));
        Assert.Equal("OOF, AutoReply", copy.Headers["X-Auto-Response-Suppress"]);
    }

    [Fact]
    public async Task A_mail_that_the_server_does_not_take_is_sent_again_under_the_same_id_and_its_text_is_then_forgotten()
    {
        server.Refuses = 1;
        await WriteAsync(new Mail("ana@tienda.example", "Hello", "Text", "en"));
        await RunAsync();
        await using var db = host.Db();
        await db.Set<DueWorkRow>().Where(work => work.LastError != null)
            .ExecuteUpdateAsync(row => row.SetProperty(work => work.HeldUntil, Instant.FromUtc(2020, 1, 1, 0, 0)));
        await RunAsync();

        var mail = await server.OneAsync();
        await Eventually.IsTrueAsync(() => db.Set<MailRow>().AnyAsync(row => row.SentAt != null && row.Body == ""));
        var row = await db.Set<MailRow>().AsNoTracking().SingleAsync();
        Assert.Equal($"<{row.Id.Value:N}@flunt.example>", mail.Headers["Message-ID"]);
    }

    [Fact]
    public async Task What_goes_into_a_calendar_comes_as_an_invitation_and_as_a_file()
    {
        const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Reunión\r\nEND:VCALENDAR\r\n";

        await WriteAsync(new Mail("ana@tienda.example", "Reunión", "Hola", "es-CL", Kind: MailKind.Meeting, Calendar: new MailCalendar("REQUEST", Calendar)));

        var mail = await server.OneAsync();
        var calendars = mail.All.Where(part => part.Type.StartsWith("text/calendar", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, calendars.Count);
        Assert.All(calendars, part => Assert.Equal(Calendar, part.Text));
        Assert.All(calendars, part => Assert.Contains("method=REQUEST", part.Type, StringComparison.Ordinal));
        Assert.Contains(calendars, part => part.Headers.GetValueOrDefault("Content-Disposition", "").StartsWith("attachment", StringComparison.Ordinal));
        Assert.Contains(mail.All, part => part.Type.StartsWith("text/plain", StringComparison.Ordinal) && part.Text.Trim() == "Hola");
    }

    private Task WriteAsync(Mail mail) => host.Services.GetRequiredService<IOutbox>().EnqueueAsync(mail, CancellationToken.None);

    private Task RunAsync() => host.Services.GetRequiredService<DueWorkRunner>().RunDueAsync(CancellationToken.None);
}
