using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Features.Accounts;
using Storefront.Features.Inbound;
using Storefront.Features.Tickets;
using Storefront.Hosting;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Inbound;

/// <summary>The mail server and the messaging service of a house: they bring what comes in to the running program.</summary>
public sealed class Postman(StorefrontHost host) : IDisposable
{
    private readonly HttpClient http = host.CreateClient();
    private int ids;

    public StorefrontHost Host => host;

    public string House => host.Services.GetRequiredService<TicketAddresses>().House!;

    public static Task<StorefrontHost> StartAsync(string house) => StorefrontHost.StartAsync(configure: builder =>
    {
        builder.Configuration["House"] = house;
        builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, house);
    });

    /// <summary>A mail as servers pass it on.</summary>
    public string Mail(string from, string? to = null, string subject = "The shop is down", string body = "Nobody can buy.", string headers = "", string? id = null) =>
        $"From: {from}\r\nTo: {to ?? House}\r\nSubject: {subject}\r\nMessage-ID: <{id ?? $"m{++ids}-{Guid.CreateVersion7():N}"}@mail.example>\r\n{headers}\r\n{body}\r\n";

    /// <summary>Brings it, and waits until it is processed.</summary>
    public async Task<InboundMessage> BringAsync(string mail)
    {
        var bytes = Encoding.UTF8.GetBytes(mail);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bytes));
        await host.Services.GetRequiredService<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        return await KeptAsync(bytes);
    }

    public async Task<InboundMessage> MessageAsync(string from, string text, string? id = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id = id ?? $"w{++ids}-{Guid.CreateVersion7():N}", from, name = "Ana", text });
        Assert.Equal(HttpStatusCode.OK, await PostAsync(body, "application/json"));
        await host.Services.GetRequiredService<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        return await KeptAsync(body);
    }

    public async Task<HttpStatusCode> PostAsync(byte[] body, string type = "message/rfc822", string? secret = InboundSettings.SandboxSecret, TimeSpan late = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/inbound") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (secret is not null)
        {
            request.Headers.Add(InboundSignature.Header, InboundSignature.Create(body, secret, DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()) - late));
        }

        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>What became of what was brought; all of it comes at one instant of a clock that stands still, so it is found by its bytes.</summary>
    private async Task<InboundMessage> KeptAsync(byte[] raw)
    {
        await using var db = host.Db();
        return (await db.Set<InboundMessage>().AsNoTracking().ToListAsync()).Single(row => row.Raw.AsSpan().SequenceEqual(raw));
    }

    public async Task<List<Ticket>> TicketsAsync(Buyer of)
    {
        await using var db = host.Db();
        return await db.Set<Ticket>().AsNoTracking().Where(row => row.AccountId == of.Account).OrderBy(row => row.Number).ToListAsync();
    }

    public async Task<List<TicketMessage>> MessagesAsync(Ticket ticket)
    {
        await using var db = host.Db();
        return await db.Set<TicketMessage>().AsNoTracking().Where(row => row.AccountId == ticket.AccountId && row.TicketId == ticket.Id).OrderBy(row => row.At).ToListAsync();
    }

    /// <summary>What was sent to an address or number, the latest last.</summary>
    public async Task<List<MailRow>> SentToAsync(string to)
    {
        await using var db = host.Db();
        return [.. (await db.Set<MailRow>().AsNoTracking().Where(row => row.To == to).ToListAsync()).OrderBy(row => row.CreatedAt)];
    }

    public string AddressOf(Ticket ticket) => host.Services.GetRequiredService<TicketAddresses>().Of(ticket.Key, ticket.Number)!;

    public static Task<Buyer> MemberAsync(StorefrontHost host, MemberRole role = MemberRole.Owner) => Buyer.OpenAsync(host, role);

    public void Dispose() => http.Dispose();
}
