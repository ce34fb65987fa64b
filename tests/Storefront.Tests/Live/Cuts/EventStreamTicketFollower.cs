using System.Net.Http.Headers;
using System.Text.Json;

namespace Storefront.Tests.Live.Cuts;

/// <summary>Does as a browser's <c>EventSource</c>: the same address each time, and the id of the last event that came whole.</summary>
internal sealed class EventStreamTicketFollower(HttpClient http, Uri address, string token, string ticket) : TicketFollower
{
    private readonly Uri stream = new(
        address, $"graphql?query={Uri.EscapeDataString(Query)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(new { ticketId = ticket }))}");

    private string? lastEventId;

    protected override async Task AskAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, stream);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        var (name, id, data) = ("", lastEventId, "");
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            switch (line.Split(": ", 2))
            {
                case [""]:
                    if (name == "next")
                    {
                        lastEventId = id;
                        Take(JsonDocument.Parse(data).RootElement);
                    }

                    (name, data) = ("", "");
                    break;
                case ["event", var value]:
                    name = value;
                    break;
                case ["id", var value]:
                    id = value;
                    break;
                case ["data", var value]:
                    data = value;
                    break;
            }
        }
    }
}
