using System.Globalization;
using System.Net.Mail;

namespace Storefront.Hosting;

/// <summary>The server that takes our mail, and the sender it goes out under.</summary>
public sealed record SmtpSettings(string Host, int Port, bool UseTls, MailAddress From, string? UserName, string? Password)
{
    internal static SmtpSettings? Read(Func<string, string?> text, bool needed, List<string> problems)
    {
        var (host, from) = (text("Smtp:Host"), text("Smtp:From"));
        if (host is null && from is null && !needed)
        {
            return null;
        }

        if (host is null)
        {
            problems.Add("Smtp__Host is missing: the server that takes our mail.");
        }

        if (!MailAddress.TryCreate(from, out var sender))
        {
            problems.Add(from is null ? "Smtp__From is missing: the sender of our mail." : $"Smtp__From is not a mail address: {from}");
        }

        if (!int.TryParse(text("Smtp:Port") ?? "587", NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            problems.Add("Smtp__Port is not a port number.");
        }

        if (!bool.TryParse(text("Smtp:Tls") ?? "true", out var useTls))
        {
            problems.Add("Smtp__Tls is neither true nor false.");
        }

        return host is null || sender is null ? null : new SmtpSettings(host, port, useTls, sender, text("Smtp:UserName"), text("Smtp:Password"));
    }
}
