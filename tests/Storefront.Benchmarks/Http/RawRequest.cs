using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Storefront.Benchmarks.Http;

/// <summary>A request as its bytes on the wire, made once: sending it costs the client next to nothing.</summary>
internal sealed record RawRequest(ReadOnlyMemory<byte> Bytes)
{
    public static RawRequest Get(string path, string? token = null) => new(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{Headers(token)}\r\n"));

    public static RawRequest GraphQL(string query, string? token = null)
    {
        var body = JsonSerializer.Serialize(new { query });
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        return new(Encoding.UTF8.GetBytes($"POST /graphql HTTP/1.1\r\n{Headers(token)}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"));
    }

    private static string Headers(string? token) =>
        $"Host: localhost\r\nAccept: application/json\r\nAccept-Language: es-CL\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}";
}
