using System.Text;

namespace Storefront.Features.Inbound.Mime;

/// <summary>A mail as a person reads it, from its bytes (RFC 5322); whatever the bytes are, something comes of it.</summary>
internal static class MimeMail
{
    private const int MostParts = 200;
    private const int Deepest = 10;

    public static InboundContent Read(byte[] raw)
    {
        var mail = MimePart.Read(Encoding.Latin1.GetString(raw));
        var found = new Found();
        Walk(mail, found, 0);
        var text = string.IsNullOrWhiteSpace(found.Text.ToString()) ? HtmlText.Of(found.Html.ToString()) : found.Text.ToString();
        var from = MimeFields.Addresses(mail.Header("From")).FirstOrDefault();
        var reply = QuotedHistory.Trim(MimeDecoding.Clean(text).Trim());
        return new InboundContent(
            from.Email ?? "",
            from.Name ?? "",
            MimeDecoding.ToHeader(mail.Header("Subject") ?? ""),
            reply,
            found.Files,
            [.. MimeFields.Addresses(mail.Header("To")).Concat(MimeFields.Addresses(mail.Header("Cc"))).Concat(MimeFields.Addresses(mail.Header("Delivered-To")))
                .Concat(MimeFields.Addresses(mail.Header("X-Original-To"))).DistinctBy(address => address.Email)],
            [.. MimeFields.MessageIds(mail.Header("In-Reply-To")), .. MimeFields.MessageIds(mail.Header("References")).Reverse()],
            MessageIdOf(mail),
            IsAutomatic(mail),
            Authenticity(mail));
    }

    /// <summary>The id under which the sender sent it; null when it gave none.</summary>
    public static string? MessageIdOf(byte[] raw) => MessageIdOf(MimePart.Read(Encoding.Latin1.GetString(raw.AsSpan(0, Math.Min(raw.Length, 256 * 1024)))));

    private static string? MessageIdOf(MimePart mail) => mail.Header("Message-ID") is { Length: > 2 and < 2000 } id ? id : null;

    private static void Walk(MimePart part, Found found, int depth)
    {
        if (++found.Parts > MostParts || depth > Deepest)
        {
            return;
        }

        if (part.MediaType.StartsWith("multipart/", StringComparison.Ordinal))
        {
            foreach (var inner in part.Parts())
            {
                Walk(inner, found, depth + 1);
            }

            return;
        }

        var name = part.Parameter("Content-Disposition", "filename") ?? part.Parameter("Content-Type", "name");
        var isFile = name is not null || (part.Header("Content-Disposition") ?? "").StartsWith("attachment", StringComparison.OrdinalIgnoreCase);
        if (!isFile && part.MediaType == "text/html")
        {
            found.Html.Append(part.Text());
        }
        else if (!isFile && part.MediaType is "text/plain" or "text")
        {
            found.Text.Append(part.Text()).Append('\n');
        }
        else if (isFile || !part.MediaType.StartsWith("text/", StringComparison.Ordinal))
        {
            found.Files.Add(new InboundFile(string.IsNullOrWhiteSpace(name) ? "file" : name, part.Bytes()));
        }
    }

    /// <summary>RFC 3834: machines say so; lists and bounces can be told by their headers too.</summary>
    private static bool IsAutomatic(MimePart mail) =>
        (mail.Header("Auto-Submitted") is { } auto && !auto.StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || (mail.Header("Precedence") ?? "").Trim().ToLowerInvariant() is "bulk" or "junk" or "list" or "auto_reply"
        || mail.Has("List-Id") || mail.Has("X-Autoreply") || mail.Has("X-Autorespond")
        || mail.Header("Return-Path")?.Trim() == "<>"
        || (MimeFields.Addresses(mail.Header("From")).FirstOrDefault().Email ?? "") is var from
            && (from.StartsWith("mailer-daemon@", StringComparison.Ordinal) || from.StartsWith("postmaster@", StringComparison.Ordinal));

    /// <summary>What the receiving server, whose header is the first, found of the sender; null when it says nothing.</summary>
    private static bool? Authenticity(MimePart mail) => mail.Header("Authentication-Results") is not { } results ? null
        : results.Contains("dmarc=fail", StringComparison.OrdinalIgnoreCase) ? false
        : results.Contains("dmarc=pass", StringComparison.OrdinalIgnoreCase) ? true
        : null;

    private sealed class Found
    {
        public StringBuilder Text { get; } = new();

        public StringBuilder Html { get; } = new();

        public List<InboundFile> Files { get; } = [];

        public int Parts { get; set; }
    }
}
