using System.Text;
using System.Text.RegularExpressions;

namespace Storefront.Tests.Support;

/// <summary>A part of a message: its headers by name, without the breaks in them, and its content decoded.</summary>
/// <param name="Headers">By name, in any case.</param>
/// <param name="Text">The content, as text.</param>
/// <param name="Parts">What it is made of, when it is made of parts.</param>
public partial record MailPart(IReadOnlyDictionary<string, string> Headers, string Text, IReadOnlyList<MailPart> Parts)
{
    /// <summary>The part itself and all in it.</summary>
    public IEnumerable<MailPart> All => [this, .. Parts.SelectMany(part => part.All)];

    public string Type => Headers.GetValueOrDefault("Content-Type", "text/plain");

    protected static MailPart ParsePart(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (text, "") : (text[..end], text[(end + 4)..]);
        var headers = Folds().Replace(head, " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair.Key, pair => Decode(pair.First()[1].Trim()), StringComparer.OrdinalIgnoreCase);
        var boundary = Boundary().Match(headers.GetValueOrDefault("Content-Type", "")).Groups["text"].Value;
        if (boundary.Length > 0)
        {
            return new MailPart(headers, "", [.. body.Split($"--{boundary}")[1..^1].Select(part => ParsePart(part.TrimStart('\r', '\n')))]);
        }

        var bytes = headers.GetValueOrDefault("Content-Transfer-Encoding")?.ToLowerInvariant() switch
        {
            "base64" => Convert.FromBase64String(body.Trim()),
            "quoted-printable" => Unquote(body.Replace("=\r\n", "", StringComparison.Ordinal)),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return new MailPart(headers, Encoding.UTF8.GetString(bytes), []);
    }

    private static string Decode(string value) => Words().Replace(SpacesBetweenWords().Replace(value, ""), match => Encoding.UTF8.GetString(
        match.Groups["how"].Value is "B" or "b"
            ? Convert.FromBase64String(match.Groups["text"].Value)
            : Unquote(match.Groups["text"].Value.Replace('_', ' '))));

    private static byte[] Unquote(string text) =>
        Encoding.Latin1.GetBytes(Quoted().Replace(text, match => ((char)Convert.ToByte(match.Groups["hex"].Value, 16)).ToString()));

    [GeneratedRegex("\r\n[ \t]+")]
    private static partial Regex Folds();

    [GeneratedRegex("boundary=\"?(?<text>[^\";]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex("=(?<hex>[0-9A-Fa-f]{2})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[QBqb])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)")]
    private static partial Regex SpacesBetweenWords();
}

/// <summary>A message as a mail server received it.</summary>
public sealed record ReceivedMail : MailPart
{
    private ReceivedMail(IReadOnlyList<string> recipients, string raw, MailPart whole)
        : base(whole) => (Recipients, Raw) = (recipients, raw);

    /// <summary>To whom the server was told to deliver it.</summary>
    public IReadOnlyList<string> Recipients { get; }

    /// <summary>All of it, as it came.</summary>
    public string Raw { get; }

    public static ReceivedMail Parse(IReadOnlyList<string> recipients, string raw) => new(recipients, raw, ParsePart(raw));
}
