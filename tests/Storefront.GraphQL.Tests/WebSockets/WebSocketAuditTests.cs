using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.WebSockets;

public class WebSocketAuditTests
{
    [AuditFact]
    public async Task All_audits_of_the_WebSocket_protocol_pass()
    {
        await using var server = await TestServer.StartAsync(options => options.ConnectionInitTimeout = TimeSpan.FromSeconds(3));

        var output = await Audit.RunAsync(
            "ws-audit.mjs",
            server.SocketUrl.AbsoluteUri,
            "--subscription", "subscription { events }",
            "--trigger", "mutation { trigger }");

        Assert.True(output.TrimEnd().EndsWith("53 passed, 0 failed", StringComparison.Ordinal), output);
        Assert.DoesNotContain("not applicable", output, StringComparison.Ordinal);
    }
}
