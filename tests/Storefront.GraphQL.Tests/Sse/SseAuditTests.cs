using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Sse;

public class SseAuditTests
{
    [AuditFact]
    public async Task All_audits_of_GraphQL_over_SSE_pass()
    {
        await using var server = await TestServer.StartAsync();

        var output = await Audit.RunAsync(
            "sse-audit.mjs",
            server.Url.AbsoluteUri,
            "--subscription", "subscription { events }",
            "--trigger", "mutation { trigger }",
            "--finite", "subscription { countdown(from: 3) }");

        Assert.True(output.TrimEnd().EndsWith("20 passed, 0 failed", StringComparison.Ordinal), output);
        Assert.DoesNotContain("not applicable", output, StringComparison.Ordinal);
    }
}
