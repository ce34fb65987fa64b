using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore;

namespace Storefront.GraphQL.Tests.Support;

/// <summary>Knows tokens that a test can revoke, and can be told to fail.</summary>
public sealed class TestInterceptor : GraphQLRequestInterceptor
{
    public const string Token = "Bearer good";

    public bool IsRevoked { get; set; }

    public bool IsBroken { get; set; }

    public override ValueTask OnRequestAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken)
    {
        if (context.Request.Headers["X-Refuse"].Count > 0)
        {
            throw new GraphQLException(new GraphQLError { Message = "Not today.", Code = ErrorCodes.Forbidden });
        }

        if (IsBroken)
        {
            throw new InvalidOperationException("interceptor broke");
        }

        contextData["remembered"] = context.Items["remembered"] ?? "nothing";
        return ValueTask.CompletedTask;
    }

    public override ValueTask<bool> OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken)
    {
        if (payload.ValueKind != JsonValueKind.Object || !payload.TryGetProperty("Authorization", out var token))
        {
            return new(true);
        }

        if (token.GetString() == "Bearer broken")
        {
            throw new InvalidOperationException("interceptor broke");
        }

        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ana")], "token"));
        context.Items["remembered"] = "the token";
        return new(token.GetString() == Token);
    }

    public override ValueTask<bool> IsStillValidAsync(HttpContext context, CancellationToken cancellationToken) => new(!IsRevoked);
}
