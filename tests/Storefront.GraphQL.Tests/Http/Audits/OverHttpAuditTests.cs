using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Tests.Samples;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http.Audits;

/// <summary>The audits of GraphQL over HTTP against the server of the reader's guide, as it stands there, and against servers that do it wrong.</summary>
public class OverHttpAuditTests
{
    [Fact]
    public async Task The_guide_s_server_passes_all_audits()
    {
        await using var app = LibraryServer.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);

        Assert.Empty(await FailuresAsync(app, "/graphql"));
    }

    [Fact]
    public async Task The_tests_own_server_passes_all_audits()
    {
        await using var server = await TestServer.StartAsync();
        var failures = new List<string>();
        foreach (var audit in OverHttpAudits.All)
        {
            failures.AddRange(await audit.RunAsync(server.Client) is { } failure ? [failure] : []);
        }

        Assert.Empty(failures);
    }

    [Fact]
    public void There_are_as_many_as_are_published()
    {
        Assert.Equal(61, OverHttpAudits.All.Count);
        Assert.Equal(61, OverHttpAudits.All.Select(audit => audit.Id).Distinct().Count());
    }

    [Fact]
    public async Task Each_can_fail()
    {
        await using var yes = Wrong(StatusCodes.Status200OK, "text/html", "{\"data\":{}}");
        await using var no = Wrong(StatusCodes.Status302Found, "application/json", "{}");
        var failed = (await FailuresAsync(yes, "/")).Concat(await FailuresAsync(no, "/")).Select(failure => failure.Split(' ')[0]).ToHashSet();

        Assert.Equal(OverHttpAudits.All.Select(audit => audit.Id).Order(), failed.Order());
    }

    [Theory]
    [InlineData("application/json", 200, "22EB", "B7N8", "865D", "556A", "86EE")]
    [InlineData("application/graphql-response+json", 400, "4655", "47DE", "80D8", "572B", "FDE2", "7B9B")]
    public async Task Who_knows_one_media_type_only_fails_those_of_the_other(string mediaType, int status, params string[] expected)
    {
        // A server that answers what it should, but always in one way.
        await using var app = Wrong(status, mediaType, "{\"errors\":[{\"message\":\"No.\"}]}");

        var failed = (await FailuresAsync(app, "/")).Select(failure => failure.Split(' ')[0]).ToHashSet();

        Assert.Superset(expected.ToHashSet(), failed);
        Assert.True(failed.Count < OverHttpAudits.All.Count);
    }

    private static WebApplication Wrong(int status, string mediaType, string body)
    {
        var builder = WebApplication.CreateSlimBuilder(["--Logging:LogLevel:Default", "None"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = mediaType;
            return context.Response.WriteAsync(body);
        });
        return app;
    }

    private static async Task<IReadOnlyList<string>> FailuresAsync(WebApplication app, string path)
    {
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(new Uri(address), path) };
        var failures = new List<string>();
        foreach (var audit in OverHttpAudits.All)
        {
            if (await audit.RunAsync(client) is { } failure)
            {
                failures.Add(failure);
            }
        }

        return failures;
    }
}
