using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Api;

/// <summary>A program of a new member of staff with a token of its own.</summary>
public sealed class StaffApi : IDisposable
{
    private readonly HttpClient http;

    private StaffApi(HttpClient http) => this.http = http;

    public static async Task<StaffApi> HireAsync(StorefrontHost host)
    {
        var staff = await StaffMember.HireAsync(host);
        var text = ApiTokenText.Create();
        await using var db = host.Db();
        db.Add(new ApiToken
        {
            Id = ApiTokenId.New(TestStore.Start),
            UserId = staff.Viewer.UserId,
            Name = "test",
            Hash = ApiTokenText.Hash(text),
            Scopes = "desk:read desk:write",
            CreatedAt = SystemClock.Instance.GetCurrentInstant(),
        });
        await db.SaveChangesAsync();
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        return new StaffApi(client);
    }

    /// <summary>A mutation's payload; its input as GraphQL writes it.</summary>
    public async Task<JsonNode> DoAsync(string mutation, string input, string fields) => await PayloadAsync(http, mutation, input, fields);

    public static async Task<JsonNode> PayloadAsync(HttpClient http, string mutation, string input, string fields)
    {
        var query = $$"""mutation { {{mutation}}(input: { {{input}} }) { {{fields}} errors { __typename ... on Error { code message } } } }""";
        using var answer = await http.PostAsJsonAsync("/graphql", new { query });
        var json = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.True(json["errors"] is null, json.ToJsonString());
        return json["data"]![mutation]!;
    }

    /// <summary>The code of the one refusal; null when there is none.</summary>
    public static string? CodeOf(JsonNode payload) => payload["errors"]?[0]?["code"]?.GetValue<string>();

    public void Dispose() => http.Dispose();
}
