using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http;

public class HttpAuditTests
{
    [AuditFact]
    public async Task All_audits_of_GraphQL_over_HTTP_pass()
    {
        await using var server = await TestServer.StartAsync();

        var output = await Audit.RunAsync("http-audit.mjs", server.Url.AbsoluteUri);

        Assert.True(output.TrimEnd().EndsWith("61 passed, 0 failed", StringComparison.Ordinal), output);
    }
}
