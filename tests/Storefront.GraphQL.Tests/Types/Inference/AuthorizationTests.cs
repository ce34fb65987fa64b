using System.Security.Claims;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Authorization;

namespace Storefront.GraphQL.Tests.Types.Inference;

public sealed class AuthorizationTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder.AddQueryType(typeof(Query)).AddQueryType(typeof(Staff)).AddTypeExtension(typeof(DeskType)));

    [Theory]
    [InlineData("signedIn", "", "UNAUTHENTICATED")]
    [InlineData("signedIn", "ana", null)]
    [InlineData("staff", "ana", "FORBIDDEN")]
    [InlineData("staff", "ana role:staff", null)]
    [InlineData("scoped", "ana scope:tickets:read", "FORBIDDEN")]
    [InlineData("scoped", "ana scope:tickets:read scope:hours:read", null)]
    [InlineData("policy", "ana role:staff", "FORBIDDEN")]
    [InlineData("queue", "ana", "FORBIDDEN")]
    [InlineData("queue", "ana role:staff", null)]
    [InlineData("open", "", null)]
    [InlineData("desk { name }", "ana", "FORBIDDEN")]
    [InlineData("desk { name }", "ana role:staff", null)]
    public async Task A_field_is_resolved_only_for_those_who_are_allowed(string field, string who, string? code)
    {
        var response = await Fixture.ExecuteAsync($"{{ {field} }}", user: User(who));

        Assert.Equal(code is not null, response.Contains("\"errors\"", StringComparison.Ordinal));
        Assert.Contains(code ?? "\"data\"", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_decides_where_it_has_a_handler()
    {
        var fixture = new SchemaFixture(builder => builder.AddQueryType(typeof(Query)).AddAuthorizationHandler<PolicyHandler>());

        Assert.Equal("""{"data":{"policy":1}}""", await fixture.ExecuteAsync("{ policy }"));
    }

    [Fact]
    public void The_attributes_of_ASPNET_which_say_nothing_here_stop_the_start()
    {
        var problems = SchemaFixture.ProblemsOf(builder => builder.AddQueryType(typeof(Foreign)).AddQueryType(typeof(ForeignClass)));

        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.StartsWith("Foreign.Closed has the attribute Microsoft.AspNetCore.Authorization.AuthorizeAttribute, of which GraphQL knows nothing", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("Foreign.Open has the attribute Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("ForeignClass has the attribute Microsoft", StringComparison.Ordinal));
    }

    private static ClaimsPrincipal User(string who)
    {
        var words = who.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var claims = words.Skip(1).Select(word => word.Split(':', 2)).Select(parts => new Claim(parts[0] == "role" ? ClaimTypes.Role : parts[0], parts[1]));
        return new(new ClaimsIdentity(claims, words.Length == 0 ? null : "test"));
    }

    public sealed class PolicyHandler : IAuthorizationHandler
    {
        public ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken) =>
            new(directive.Policy == "Special" ? AuthorizeResult.Allowed : AuthorizeResult.NotAllowed);
    }

    public static class Foreign
    {
        [Microsoft.AspNetCore.Authorization.Authorize]
        public static int? Closed() => 1;

        [Microsoft.AspNetCore.Authorization.AllowAnonymous]
        public static int? Open() => 1;
    }

    [Microsoft.AspNetCore.Authorization.Authorize("Special")]
    public static class ForeignClass
    {
        public static int? Member() => 1;
    }

    public sealed record Desk(string Name);

    public static class Query
    {
        [Authorize]
        public static int? SignedIn() => 1;

        [Authorize(Roles = ["owner", "staff"])]
        public static int? Staff() => 1;

        [Authorize(Scopes = ["tickets:read", "hours:read"])]
        public static async Task<int?> ScopedAsync()
        {
            await Task.Yield();
            return 1;
        }

        [Authorize("Special")]
        public static int? Policy() => 1;

        public static Desk Desk() => new("desk");
    }

    [Authorize(Roles = ["staff"])]
    public static class Staff
    {
        public static int? Queue() => 1;

        [AllowAnonymous]
        public static int? Open() => 1;
    }

    [ObjectType<Desk>]
    [Authorize(Roles = ["staff"])]
    public static class DeskType
    {
        public static int Extra() => 1;
    }
}
