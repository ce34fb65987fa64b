using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http;

/// <summary>A server tells a developer more than a stranger, unless the host says how much.</summary>
public class EnvironmentTests
{
    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Production", null, false)]
    [InlineData("Staging", null, false)]
    [InlineData("Development", false, false)]
    [InlineData("Production", true, true)]
    public async Task Details_and_suggestions_are_given_in_Development_and_where_the_host_says_so(string environment, bool? said, bool expected)
    {
        await using var server = await TestServer.StartAsync(environment: environment, configure: builder => builder.ModifyRequestOptions(options =>
        {
            if (said is { } all)
            {
                (options.IncludeExceptionDetails, options.AllowSuggestions) = (all, all);
            }
        }));

        using var broken = await server.PostAsync("{ broken }");
        using var misspelt = await server.PostAsync("{ helo }");

        Assert.Equal(expected, (await broken.Content.ReadAsStringAsync()).Contains("secret", StringComparison.Ordinal));
        Assert.Equal(expected, (await misspelt.Content.ReadAsStringAsync()).Contains("Did you mean \\\"hello\\\"?", StringComparison.Ordinal));
    }
}
