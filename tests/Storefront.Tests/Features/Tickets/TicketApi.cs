using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Tickets;

/// <summary>A program of a customer that talks to the public API with a token.</summary>
public sealed class TicketApi : IDisposable
{
    public const string Open = """
        mutation($input: OpenTicketInput!) { openTicket(input: $input) {
          ticket { id number subject status class { key name rank } proposedClass { key } classConfirmed kind { key name } platform { key }
            queue { position ahead reason expectedStart } targets { kind state dueAt dueWhileClosed segments { from to running reason } }
            messages { body bodyHtml author isFromStaff attachments { id fileName } } attachments { fileName size url } workLogs { minutes } chargedMinutes
            lastEvent { __typename sequence kind } events { kind } }
          errors { __typename ... on Error { code message } ... on TextNotValidError { faults { field kind length maxLength } } } } }
        """;

    private readonly HttpClient http;

    private TicketApi(HttpClient http, Buyer person)
    {
        this.http = http;
        Person = person;
    }

    public HttpClient Http => http;

    public Buyer Person { get; }

    public static async Task<TicketApi> ConnectAsync(StorefrontHost host, string scopes = "tickets:read tickets:write", Buyer? person = null)
    {
        person ??= await Buyer.OpenAsync(host);
        var text = ApiTokenText.Create();
        await using var db = host.Db();
        db.Add(new ApiToken
        {
            Id = ApiTokenId.New(TestStore.Start),
            AccountId = person.Account,
            UserId = person.Viewer.UserId,
            Name = "test",
            Hash = ApiTokenText.Hash(text),
            Scopes = scopes,
            CreatedAt = SystemClock.Instance.GetCurrentInstant(),
        });
        await db.SaveChangesAsync();
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        return new TicketApi(client, person);
    }

    public static object Ticket(string urgency = "HIGH", string impact = "HIGH", string subject = "Checkout fails", object? attachments = null, string? key = null) =>
        new { subject, body = "Nobody **can** pay.", kind = "support", urgency, impact, platform = "vtex", attachments, idempotencyKey = key };

    /// <summary>The whole answer.</summary>
    public async Task<JsonNode> PostAsync(string query, object? variables = null)
    {
        using var answer = await http.PostAsJsonAsync("/graphql", new { query, variables });
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>The data of an answer that has no errors.</summary>
    public async Task<JsonNode> AskAsync(string query, object? variables = null)
    {
        var answer = await PostAsync(query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    public async Task<JsonNode> OpenAsync(object? input = null)
    {
        var payload = (await AskAsync(Open, new { input = input ?? Ticket() }))["openTicket"]!;
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["ticket"]!;
    }

    /// <summary>The events of a ticket's stream by Server-Sent Events, each as what it carries.</summary>
    public async IAsyncEnumerable<JsonNode> FollowAsync(
        string ticketId,
        long? after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken,
        string? queueMark = null)
    {
        const string query =
            "subscription($ticketId: ID!, $after: Long, $queueMark: String) { ticketEvents(ticketId: $ticketId, after: $after, queueMark: $queueMark) { __typename sequence kind ticket { status } } }";
        var variables = JsonSerializer.Serialize(new { ticketId, after, queueMark });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}&variables={Uri.EscapeDataString(variables)}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && line.Length > "data:".Length + 1)
            {
                yield return JsonNode.Parse(line["data:".Length..])!;
            }
        }
    }

    public void Dispose() => http.Dispose();
}
