using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Api;

/// <summary>A program with a token and nothing else: it reads, changes, uploads and follows by the public API.</summary>
public sealed class ApiProgram : IDisposable
{
    private readonly Uri address;
    private readonly HttpClient http;

    private ApiProgram(StorefrontHost host, string token)
    {
        (address, Token) = (host.Address, token);
        http = host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Http => http;

    public string Token { get; }

    /// <summary>The program of somebody who may do all that a customer may.</summary>
    public static async Task<ApiProgram> OfCustomerAsync(StorefrontHost host, Buyer? buyer = null) =>
        new(host, await TokenAsync(host, (buyer ?? await Buyer.OpenAsync(host)).Viewer, ApiScopes.CustomerAreas));

    /// <summary>The program of a new member of staff.</summary>
    public static async Task<ApiProgram> OfStaffAsync(StorefrontHost host)
    {
        using var scope = host.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var id = UserId.New(TestStore.Start);
        var email = $"vera-{id.Value:N}@agency.example";
        var user = new User { Id = id, DisplayName = "Vera", UserName = email, Email = email, EmailConfirmed = true };
        Assert.True((await users.CreateAsync(user)).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, Role.Staff)).Succeeded);
        var viewer = new Viewer(id, user.DisplayName, email, IsStaff: true, AccountId: null, Role: null, Language: null, Token: null);
        return new(host, await TokenAsync(host, viewer, ApiScopes.StaffAreas));
    }

    /// <summary>The data of an answer in which nothing was refused.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var answer = await http.PostAsJsonAsync("graphql", new { query, variables });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(body.TryGetProperty("errors", out _), body.ToString());
        var data = body.GetProperty("data");
        foreach (var field in data.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Object))
        {
            Assert.False(field.Value.TryGetProperty("errors", out var refusals) && refusals.ValueKind == JsonValueKind.Array, field.Value.ToString());
        }

        return data;
    }

    /// <summary>The whole answer, whatever it says.</summary>
    public async Task<JsonElement> PostAsync(string query, object? variables = null)
    {
        using var answer = await http.PostAsJsonAsync("graphql", new { query, variables });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <returns>The id by which a mutation names it.</returns>
    public async Task<string> UploadAsync(string name, string content)
    {
        using var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { bytes, "file", name } };
        using var answer = await http.PostAsync(new Uri("/attachments", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public LiveFollower ByEventStream(string query, object? variables = null) => LiveFollower.ByEventStream(address, Token, query, variables);

    public LiveFollower ByWebSocket(string query, object? variables = null) => LiveFollower.ByWebSocket(address, Token, query, variables);

    public void Dispose() => http.Dispose();

    private static async Task<string> TokenAsync(StorefrontHost host, Viewer viewer, IReadOnlyList<string> areas)
    {
        using var scope = host.Services.CreateScope();
        string[] scopes = [.. areas.Select(area => ApiScopes.Scope(area, ApiScopes.Write))];
        return (await scope.ServiceProvider.GetRequiredService<CreateApiToken>().HandleAsync(viewer, "Program", scopes, validDays: 1, CancellationToken.None)).Value;
    }
}
