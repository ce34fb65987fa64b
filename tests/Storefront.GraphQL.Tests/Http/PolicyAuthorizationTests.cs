using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Types.Authorization;
using AuthorizeAttribute = Storefront.GraphQL.Types.Attributes.AuthorizeAttribute;
using IAuthorizationHandler = Storefront.GraphQL.Types.Authorization.IAuthorizationHandler;

namespace Storefront.GraphQL.Tests.Http;

/// <summary>A policy named by <c>[Authorize]</c> is one of those that the host gave to ASP.NET Core.</summary>
public class PolicyAuthorizationTests
{
    [Theory]
    [InlineData("adult", "", "UNAUTHENTICATED")]
    [InlineData("adult", "age=17", "FORBIDDEN")]
    [InlineData("adult", "age=18", null)]
    [InlineData("adultStaff", "age=18", "FORBIDDEN")]
    [InlineData("adultStaff", "age=18;role=staff", null)]
    [InlineData("ofField", "age=1", null)]
    [InlineData("notOfField", "age=1", "FORBIDDEN")]
    public async Task The_hosts_policies_decide(string field, string who, string? code)
    {
        await using var server = await StartAsync();

        var answer = await AskAsync(server, field, who);

        Assert.Equal(code, answer["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(code is null ? 1 : null, answer["data"]![field]?.GetValue<int>());
        Assert.Empty(server.Errors.Entries);
    }

    [Theory]
    [InlineData(true, "unknown", "Unknown")]
    [InlineData(false, "adult", "AddAuthorization")]
    public async Task A_policy_that_nobody_can_ask_lets_nobody_in_and_the_log_says_so(bool hasPolicies, string field, string logged)
    {
        await using var server = await StartAsync(hasPolicies);

        var answer = await AskAsync(server, field, "age=99");

        Assert.Equal("INTERNAL", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Null(answer["data"]![field]);
        Assert.Contains(logged, Assert.Single(server.Errors.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_of_the_hosts_own_goes_before_them()
    {
        await using var server = await TestServer.StartAsync(configure: builder => Configure(builder, true).AddAuthorizationHandler<Nobody>());

        var answer = await AskAsync(server, "adult", "age=99");

        Assert.Equal("FORBIDDEN", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    private static Task<TestServer> StartAsync(bool hasPolicies = true) => TestServer.StartAsync(configure: builder => Configure(builder, hasPolicies));

    private static IRequestExecutorBuilder Configure(IRequestExecutorBuilder builder, bool hasPolicies)
    {
        if (hasPolicies)
        {
            builder.Services.AddAuthorization(options =>
            {
                options.AddPolicy("Adult", policy => policy.RequireAssertion(asked => int.TryParse(asked.User.FindFirstValue("age"), out var age) && age >= 18));
                options.AddPolicy("OfField", policy => policy.RequireAssertion(asked => asked.Resource is IResolverContext { Field.Name: "ofField" }));
            });
        }

        return builder.AddQueryType(typeof(Guarded)).AddRequestInterceptor<SignIn>();
    }

    private static async Task<JsonNode> AskAsync(TestServer server, string field, string who)
    {
        using var response = await server.PostAsync($"{{ {field} }}", "application/json", ("X-Claims", who));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public static class Guarded
    {
        [Authorize("Adult")]
        public static int? Adult() => 1;

        [Authorize("Adult", Roles = ["staff"])]
        public static int? AdultStaff() => 1;

        [Authorize("OfField")]
        public static int? OfField() => 1;

        [Authorize("OfField")]
        public static int? NotOfField() => 1;

        [Authorize("Unknown")]
        public static int? Unknown() => 1;
    }

    public sealed class Nobody : IAuthorizationHandler
    {
        public ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken) =>
            new(AuthorizeResult.NotAllowed);
    }

    private sealed class SignIn : GraphQLRequestInterceptor
    {
        public override ValueTask OnRequestAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken)
        {
            var claims = context.Request.Headers["X-Claims"].ToString().Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(claim => claim.Split('='))
                .Select(parts => new Claim(parts[0] == "role" ? ClaimTypes.Role : parts[0], parts[1]))
                .ToList();
            context.User = new(new ClaimsIdentity(claims, claims.Count == 0 ? null : "test"));
            return ValueTask.CompletedTask;
        }
    }
}
