using System.Text.Json;
using Storefront.Features.Inbound;
using Storefront.Hosting;

namespace Storefront.Store.Outbox;

/// <summary>Hands messages to the messaging service, signed as what comes from there is, and mail to the transport for mail.</summary>
internal sealed class MessagingTransport(IMailTransport mail, InboundSettings? inbound, TimeProvider time, ILogger<MessagingTransport> logger)
    : IMailTransport, IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public bool KeepsText => mail.KeepsText;

    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        var row = letter.Mail;
        if (!row.IsMessage || mail.KeepsText)
        {
            await mail.SendAsync(letter, cancellationToken);
            return;
        }

        if (inbound?.MessagingAddress is not { } address)
        {
            logger.LogWarning("A message is not sent: there is no messaging service");
            return;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new { id = row.Id.Value, to = row.To, text = letter.Body }, JsonSerializerOptions.Web);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(InboundSignature.Header, InboundSignature.Create(body, inbound.Secrets[0], time.GetUtcNow()));
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();
}
