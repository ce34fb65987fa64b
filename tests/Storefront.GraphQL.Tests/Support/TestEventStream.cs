using System.Globalization;
using System.Text.Json.Nodes;

namespace Storefront.GraphQL.Tests.Support;

/// <summary>An event of a stream by the rules of the HTML standard; a comment has the name ":".</summary>
public sealed record StreamEvent(string Name, string? Data, string? Id)
{
    public JsonNode Json => JsonNode.Parse(Data!)!;
}

/// <summary>Reads an event stream one event at a time.</summary>
public sealed class TestEventStream(HttpResponseMessage response) : IAsyncDisposable
{
    private StreamReader? reader;

    public HttpResponseMessage Response => response;

    /// <summary>How long to wait before asking again, in milliseconds, once that was read.</summary>
    public int? Retry { get; private set; }

    /// <summary>The next event that is no comment; null at the end.</summary>
    public async Task<StreamEvent?> ReadAsync()
    {
        StreamEvent? read;
        do
        {
            read = await ReadAnyAsync();
        }
        while (read is { Name: ":" });

        return read;
    }

    /// <summary>The next event or comment; null at the end.</summary>
    public async Task<StreamEvent?> ReadAnyAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        reader ??= new StreamReader(await response.Content.ReadAsStreamAsync(timeout.Token));
        string? name = null, data = null, id = null;
        while (await reader.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.Length == 0)
            {
                return new StreamEvent(name ?? "message", data, id);
            }

            var at = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(at + 1)..].TrimStart();
            if (line[..at] == "retry")
            {
                Retry = int.Parse(value, CultureInfo.InvariantCulture);
                continue;
            }

            (name, data, id) = line[..at] switch
            {
                "" => (":", data, id),
                "event" => (value, data, id),
                "data" => (name, data is null ? value : $"{data}\n{value}", id),
                "id" => (name, data, value),
                var other => throw new InvalidOperationException($"Unknown field {other}."),
            };
        }

        return null;
    }

    public async Task<IReadOnlyList<StreamEvent>> ReadAllAsync()
    {
        var events = new List<StreamEvent>();
        while (await ReadAsync() is { } read)
        {
            events.Add(read);
        }

        return events;
    }

    public ValueTask DisposeAsync()
    {
        reader?.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
