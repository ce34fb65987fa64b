using System.Net;
using System.Net.Mail;
using System.Text;
using Storefront.Hosting;

namespace Storefront.Store.Outbox;

/// <summary>Hands mail to the server of the settings.</summary>
internal sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    public bool KeepsText => false;

    public async Task SendAsync(MailRow mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
        if (settings.UserName is { } userName)
        {
            client.Credentials = new NetworkCredential(userName, settings.Password);
        }

        using var message = new MailMessage
        {
            From = settings.From,
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(mail.To);
        message.Headers.Add("Message-ID", $"<{mail.Id.Value:N}@{settings.From.Host}>");
        message.Headers.Add("Content-Language", mail.Language);
        await client.SendMailAsync(message, cancellationToken);
    }
}
