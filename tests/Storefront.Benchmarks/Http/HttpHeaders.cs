using System.Buffers.Text;

namespace Storefront.Benchmarks.Http;

/// <summary>An answer's status line and headers, each line with its end.</summary>
internal readonly ref struct HttpHeaders(ReadOnlySpan<byte> lines)
{
    private readonly ReadOnlySpan<byte> lines = lines;

    public int Status => Utf8Parser.TryParse(lines["HTTP/1.1 ".Length..], out int status, out _)
        ? status
        : throw new InvalidDataException("The answer has no status line.");

    /// <summary>Bytes of the body; null when it comes in chunks.</summary>
    public int? ContentLength
    {
        get
        {
            // As Kestrel writes it, and as servers for Node.js do.
            var name = "\r\nContent-Length: "u8;
            var at = lines.IndexOf(name);
            at = at < 0 ? lines.IndexOf("\r\ncontent-length: "u8) : at;
            return at >= 0 && Utf8Parser.TryParse(lines[(at + name.Length)..], out int length, out _) ? length : null;
        }
    }
}
