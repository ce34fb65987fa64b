using System.Text;

namespace Storefront.Features.Inbound.Mime;

/// <summary>A part of a mail: headers, and a body whose characters stand for bytes (RFC 5322, 2045).</summary>
internal sealed class MimePart
{
    private const int MostHeaders = 1000;

    private readonly List<(string Name, string Value)> headers = [];

    private MimePart(string body) => Body = body;

    public string Body { get; private set; }

    public string MediaType { get; private set; } = "text/plain";

    /// <summary>The first header of that name, unfolded; null when there is none.</summary>
    public string? Header(string name) => headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public bool Has(string name) => Header(name) is not null;

    /// <summary>A parameter of the content type, or of the disposition; null when there is none.</summary>
    public string? Parameter(string header, string name)
    {
        var pieces = MimeFields.Split(Header(header) ?? "", ';').Skip(1).Select(field => field.Split('=', 2)).Where(pair => pair.Length == 2)
            .Select(pair => (Name: pair[0].Trim(), Value: pair[1].Trim().Trim('"'))).ToList();
        var plain = pieces.FirstOrDefault(pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        if (plain is not null)
        {
            return MimeDecoding.ToHeader(plain);
        }

        // RFC 2231: in pieces, or with a charset before the text.
        var long2231 = string.Concat(pieces.Where(pair => pair.Name.StartsWith(name + "*", StringComparison.OrdinalIgnoreCase)).Take(20).Select(pair => pair.Value));
        var marked = long2231.Split('\'', 3);
        return long2231.Length == 0 ? null
            : marked.Length == 3 ? MimeDecoding.ToText(Encoding.Latin1.GetBytes(Uri.UnescapeDataString(marked[2])), null)
            : MimeDecoding.ToHeader(long2231);
    }

    public byte[] Bytes() => MimeDecoding.Decode(Body, Header("Content-Transfer-Encoding"));

    public string Text() => MimeDecoding.Clean(MimeDecoding.ToText(Bytes(), Parameter("Content-Type", "charset")));

    /// <summary>A part from its text, one character a byte.</summary>
    public static MimePart Read(string text)
    {
        var part = new MimePart("");
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var line = text[at..end].TrimEnd('\r');
            at = Math.Min(end + 1, text.Length);
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is ' ' or '\t' && part.headers.Count > 0)
            {
                var (name, value) = part.headers[^1];
                part.headers[^1] = (name, value.Length > 100_000 ? value : $"{value} {line.Trim()}");
            }
            else if (line.Split(':', 2) is [var name, var value] && part.headers.Count < MostHeaders)
            {
                part.headers.Add((name.Trim(), value.Trim()));
            }
        }

        part.Body = text[at..];
        part.MediaType = (part.Header("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();
        return part;
    }

    /// <summary>The parts between a multipart's boundaries; none when it has no boundary.</summary>
    public IEnumerable<MimePart> Parts()
    {
        if (Parameter("Content-Type", "boundary") is not { Length: > 0 and <= 200 } boundary)
        {
            yield break;
        }

        var mark = "--" + boundary;
        var at = Body.StartsWith(mark, StringComparison.Ordinal) ? 0 : Next(mark, 0);
        while (at >= 0)
        {
            var begin = Body.IndexOf('\n', at);
            if (begin < 0 || Body.AsSpan(at + mark.Length).StartsWith("--"))
            {
                yield break;
            }

            var end = Next(mark, begin);
            yield return Read(Body[(begin + 1)..(end < 0 ? Body.Length : Math.Max(begin + 1, end - 1))]);
            at = end;
        }
    }

    private int Next(string mark, int from)
    {
        var found = Body.IndexOf("\n" + mark, from, StringComparison.Ordinal);
        return found < 0 ? -1 : found + 1;
    }
}
