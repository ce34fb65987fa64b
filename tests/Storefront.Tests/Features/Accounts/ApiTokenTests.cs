using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Accounts;

/// <summary>Tokens as their maker handles them, and as a program uses them.</summary>
public sealed class ApiTokenTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Create = "form[action*='handler=Create']";

    [Fact]
    public async Task A_token_is_shown_once_kept_as_a_hash_and_ends_when_it_is_revoked()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("ana@four.example", company: "Ana & Co");
        var token = await MakeAsync(visitor, "plans:read");

        Assert.Equal("Ana & Co", await AccountNameAsync(token));
        var page = await visitor.GetAsync("/account/tokens");
        Assert.DoesNotContain(token, page.Document.Source.Text, StringComparison.Ordinal);
        Assert.Equal("Plans", page.Document.QuerySelector(".table dl dd")!.TextContent.Trim());
        await Eventually.IsTrueAsync(async () =>
        {
            await using var db = host.Db();
            var hash = ApiTokenText.Hash(token);
            return (await db.Set<ApiToken>().SingleAsync(row => row.Hash == hash)).LastUsedAt is not null;
        });

        await visitor.SendAsync(page, "form[action*='handler=Revoke']");

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(token, "{ account { name } }")).Status);
    }

    [Fact]
    public async Task An_expired_token_and_one_of_nobody_are_refused()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("bea@four.example");
        var token = await MakeAsync(visitor, "plans:read");
        await using (var db = host.Db())
        {
            var hash = ApiTokenText.Hash(token);
            Instant? past = SystemClock.Instance.GetCurrentInstant() - Duration.FromSeconds(1);
            await db.Set<ApiToken>().Where(row => row.Hash == hash).ExecuteUpdateAsync(row => row.SetProperty(found => found.ExpiresAt, past));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(token, "{ account { name } }")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("sf_nobody", "{ account { name } }")).Status);
        Assert.Equal("UNAUTHENTICATED", (await AskAsync("sf_nobody", "{ account { name } }")).ErrorCode);
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_say_and_no_more()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("carla@four.example");
        var plans = await MakeAsync(visitor, "plans:read");
        var billing = await MakeAsync(visitor, "billing:read", "plans:read");

        Assert.Equal("FORBIDDEN", (await AskAsync(plans, "{ account { payments { status } } }")).ErrorCode);
        Assert.Null((await AskAsync(billing, "{ account { payments { status } } }")).ErrorCode);
    }

    [Fact]
    public async Task A_token_opens_no_page_and_makes_no_other_token()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("dora@four.example");
        var token = await MakeAsync(visitor, "plans:read");
        using var program = new Visitor(host);
        program.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal(HttpStatusCode.Redirect, (await program.GetAsync("/account/tokens")).Status);
    }

    [Fact]
    public async Task Without_a_scope_or_with_one_that_there_is_not_none_is_made()
    {
        using var visitor = new Visitor(host);
        await visitor.JoinAsync("elsa@four.example");
        foreach (var scopes in (string[][])[[], ["desk:read"], ["plans:read", "everything"]])
        {
            var page = await visitor.GetAsync("/account/tokens");
            var answer = await visitor.SendAsync(page, Create, [("Input.Name", "Mine"), .. scopes.Select(scope => ("Input.Scopes", scope))]);
            Assert.NotEmpty(answer.Faults);
            Assert.Equal("Mine", answer.ValueOf("Input.Name"));
        }

        Assert.DoesNotContain("Mine", (await visitor.GetAsync("/account/tokens")).Document.QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task COM_06_A_token_of_somebody_else_is_not_found()
    {
        using var owner = new Visitor(host);
        await owner.JoinAsync("fina@four.example");
        var token = await MakeAsync(owner, "plans:read");
        var id = (await owner.GetAsync("/account/tokens")).ValueOf("id");
        using var stranger = new Visitor(host);
        await stranger.JoinAsync("gina@four.example");
        await MakeAsync(stranger, "plans:read");
        var page = await stranger.GetAsync("/account/tokens");

        var answer = await stranger.SendAsync(page, "form[action*='handler=Revoke']", ("id", id));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(token, "{ account { name } }")).Status);
        Assert.DoesNotContain(id, page.Document.Source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "No account to make a token for")]
    [InlineData("es", "No hay cuenta para la que crear un token")]
    [InlineData("pt", "Não há conta para a qual criar um token")]
    public async Task Who_belongs_to_no_account_is_told_why_there_is_no_token_to_make_and_where_to_go_on(string language, string told)
    {
        using var visitor = new Visitor(host);
        var email = $"hugo{language}@four.example";
        await visitor.JoinAsync(email);
        await using var db = host.Db();
        var user = await db.Users.SingleAsync(row => row.Email == email);
        await db.Set<Member>().Where(row => row.UserId == user.Id).ExecuteDeleteAsync();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await visitor.GetAsync("/account/tokens");

        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(Create));
        Assert.Equal("/account/choose", page.Document.QuerySelector("main a.button-primary")?.GetAttribute("href"));
        await using var scope = host.Services.CreateAsyncScope();
        var viewer = new Viewer(user.Id, user.DisplayName, email, IsStaff: false, AccountId: null, Role: null, language, Token: null);
        var made = await scope.ServiceProvider.GetRequiredService<CreateApiToken>().HandleAsync(viewer, "Mine", ["plans:read"], null, CancellationToken.None);
        Assert.IsType<NotFound>(made.Refusal);
    }

    private static async Task<string> MakeAsync(Visitor visitor, params string[] scopes)
    {
        var page = await visitor.GetAsync("/account/tokens");
        var made = await visitor.SendAsync(page, Create, [("Input.Name", "Dashboard"), ("Input.ValidDays", "30"), .. scopes.Select(scope => ("Input.Scopes", scope))]);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.True(made.Headers.CacheControl?.NoStore);
        return made.Document.QuerySelector("#new-token ~ p > code")!.TextContent;
    }

    private async Task<string?> AccountNameAsync(string token) =>
        (await AskAsync(token, "{ account { name } }")).Body.GetProperty("data").GetProperty("account").GetProperty("name").GetString();

    private async Task<(HttpStatusCode Status, JsonElement Body, string? ErrorCode)> AskAsync(string token, string query)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var answer = await http.PostAsJsonAsync("graphql", new { query });
        var text = await answer.Content.ReadAsStringAsync();
        var body = text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
        var code = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
            : null;
        return (answer.StatusCode, body, code);
    }
}
