using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Storefront.Hosting;

namespace Storefront.Store.Outbox;

/// <summary>Hands mail to the server of the settings.</summary>
internal sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    public bool KeepsText => false;

    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
        if (settings.UserName is { } userName)
        {
            client.Credentials = new NetworkCredential(userName, settings.Password);
        }

        using var message = Compose(letter);
        await client.SendMailAsync(message, cancellationToken);
    }

    private MailMessage Compose(MailLetter letter)
    {
        var mail = letter.Mail;
        var message = new MailMessage
        {
            From = settings.From,
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Body,
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(mail.To);
        message.Headers.Add("Message-ID", $"<{mail.Id.Value:N}@{settings.From.Host}>");
        message.Headers.Add("Content-Language", mail.Language);
        if (letter.Unsubscribe is { } address)
        {
            message.Headers.Add("List-Unsubscribe", $"<{address.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        if (mail is { CalendarText: { } calendar, CalendarMethod: { } method })
        {
            // Programs that know calendars offer to accept it; the others have a file to open.
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(calendar, CalendarType(method)));
            message.Attachments.Add(new Attachment(new MemoryStream(Encoding.UTF8.GetBytes(calendar)), CalendarType(method)) { Name = "meeting.ics" });
        }

        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyToList.Add(replyTo);
        }

        if (mail.InReplyTo is { } answered)
        {
            message.Headers.Add("In-Reply-To", answered);
            message.Headers.Add("References", answered);
        }

        // What a person wrote is a person's; what the program says is marked as such, so that no machine answers it (RFC 3834).
        if (mail.IsAutomatic || !mail.IsOfPerson)
        {
            message.Headers.Add("Auto-Submitted", mail.IsAutomatic ? "auto-replied" : "auto-generated");
        }

        message.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply");

        return message;
    }

    private static ContentType CalendarType(string method) =>
        new("text/calendar") { CharSet = "utf-8", Parameters = { ["method"] = method } };
}
