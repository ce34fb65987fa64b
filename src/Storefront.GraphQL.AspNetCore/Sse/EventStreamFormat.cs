using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.AspNetCore.Sse;

/// <summary>The event stream format of the HTML standard, with the events of GraphQL over SSE.</summary>
internal static class EventStreamFormat
{
    /// <summary>The id of <c>complete</c>: a browser sends it back when it asks again, and is told to stop.</summary>
    public const string FinishedId = "complete";

    public static readonly string ContentType = $"{ContentNegotiation.EventStream}; charset=utf-8";

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    /// <summary>Says when to ask again after a cut, and makes proxies and browsers see an open stream at once.</summary>
    public static void WriteOpening(PipeWriter body, TimeSpan retry)
    {
        var text = body.GetSpan(40);
        var length = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: {(long)retry.TotalMilliseconds}\n:\n\n"), text);
        body.Advance(length);
    }

    public static void WriteComment(PipeWriter body) => body.Write(":\n\n"u8);

    public static void WriteNext(PipeWriter body, OperationResult result)
    {
        body.Write("event: next\n"u8);
        if (result.EventId is { } id)
        {
            body.Write("id: "u8);
            Encoding.UTF8.GetBytes(id, body);
            body.Write("\n"u8);
        }

        // A custom scalar may have written JSON with line breaks between its tokens; each line is a field of its own.
        var data = result.Body.Span;
        int length;
        while ((length = data.IndexOfAny(LineBreaks)) >= 0)
        {
            WriteLine(body, data[..length]);
            data = data[(length + 1)..];
        }

        WriteLine(body, data);
        body.Write("\n"u8);
    }

    // Browsers drop an event without a data line.
    public static void WriteComplete(PipeWriter body) => body.Write("event: complete\nid: complete\ndata:\n\n"u8);

    private static void WriteLine(PipeWriter body, ReadOnlySpan<byte> line)
    {
        body.Write("data: "u8);
        body.Write(line);
        body.Write("\n"u8);
    }
}
