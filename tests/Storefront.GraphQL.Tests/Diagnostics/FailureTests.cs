using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Tests.Validation;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Diagnostics;

/// <summary>What fails inside stays inside: the client is given an id, and whoever looks for it finds the rest.</summary>
[Collection(nameof(AloneCollection))]
public class FailureTests
{
    [Fact]
    public async Task A_resolvers_exception_is_told_to_listeners_and_its_id_to_the_client()
    {
        await using var server = await StartAsync();

        using var response = await server.PostAsync("{ broken }");

        await SameAsync(server, response, 200, "ResolverFailed");
    }

    [Fact]
    public async Task So_is_what_breaks_a_subscriptions_stream()
    {
        await using var server = await StartAsync();

        using var response = await server.GetAsync("subscription { breaking }", "text/event-stream");
        var stream = await response.Content.ReadAsStringAsync();

        var error = JsonNode.Parse(stream.Split('\n').Last(line => line.StartsWith("data: {", StringComparison.Ordinal))[6..])!["errors"]![0]!;
        Same(server, error, "SubscriptionFailed");
        Assert.DoesNotContain("secret", stream, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_what_the_host_adds_around_execution()
    {
        await using var server = await TestServer.StartAsync(configure: builder =>
            builder.AddRequestInterceptor<BrokenInterceptor>().AddDiagnosticEventListener<Recorder>());

        using var response = await server.PostAsync("{ hello }");

        await SameAsync(server, response, 500, "RequestFailed");
    }

    [Theory]
    [InlineData("{ broken }", "application/json", "The field broken failed: Internal error.", "secret")]
    [InlineData("{ missing }", "application/json", "The field missing failed: Cannot return null for non-nullable field Query.missing.", "")]
    [InlineData("subscription { breaking }", "text/event-stream", "A subscription's stream failed: Internal error.", "secret")]
    public async Task A_server_without_a_listener_of_its_own_logs_the_failure_with_the_id_that_the_client_has(string document, string accept, string message, string cause)
    {
        await using var server = await TestServer.StartAsync(configure: builder => builder.AddQueryType<Missing>());

        using var response = await server.PostAsync(document, accept);
        var body = await response.Content.ReadAsStringAsync();

        var id = body.Split("\"errorId\":\"")[1][..32];
        var entry = Assert.Single(server.Errors.Entries);
        Assert.StartsWith($"{message} Error {id}.", entry, StringComparison.Ordinal);
        Assert.Contains(cause, entry, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_adds_around_execution_is_logged_too()
    {
        await using var server = await TestServer.StartAsync(configure: builder => builder.AddRequestInterceptor<BrokenInterceptor>());

        using var response = await server.PostAsync("{ hello }");
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        var id = body["errors"]![0]!["extensions"]!["errorId"]!.GetValue<string>();
        Assert.StartsWith($"A request failed: Internal error. Error {id}.", Assert.Single(server.Errors.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_a_span_of_its_operations_type_with_the_exceptions_it_met()
    {
        using var ended = new BlockingCollection<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await StartAsync();

        using var right = await server.PostAsync("query Greeting { hello }");
        using var wrong = await server.PostAsync("mutation { nothing }");
        using var broken = await server.PostAsync("query Breaking { broken }");

        var spans = Enumerable.Range(0, 3).Select(_ => ended.Take()).ToList();
        Assert.All(spans, span => Assert.Equal(ActivityKind.Server, span.Kind));
        Assert.Equal(["query", "GraphQL Operation", "query"], spans.Select(span => span.DisplayName));
        Assert.Equal("Greeting", spans[0].GetTagItem("graphql.operation.name"));
        Assert.Equal("query", spans[0].GetTagItem("graphql.operation.type"));
        Assert.Null(spans[0].GetTagItem("graphql.document"));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Error], spans.Select(span => span.Status));
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", spans[1].GetTagItem("error.type"));
        var exception = Assert.Single(spans[2].Events);
        Assert.Equal("exception", exception.Name);
        Assert.Contains(exception.Tags, tag => tag.Key == "graphql.error.id" && tag.Value is string { Length: 32 });
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(configure: builder => builder.AddDiagnosticEventListener<Recorder>());

    private static async Task SameAsync(TestServer server, HttpResponseMessage response, int status, string kind)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Same(server, JsonNode.Parse(body)!["errors"]![0]!, kind);
    }

    private static void Same(TestServer server, JsonNode error, string kind)
    {
        var recorder = (Recorder)server.Services.GetServices<ExecutionDiagnosticEventListener>().Single(listener => listener is Recorder);
        var (told, failure) = Assert.Single(recorder.Failures);
        Assert.Equal((kind, "secret"), (told, failure.Exception!.Message));
        Assert.Equal(("Internal error.", "INTERNAL"), (error["message"]!.GetValue<string>(), error["extensions"]!["code"]!.GetValue<string>()));
        Assert.Equal(failure.Extensions!["errorId"], error["extensions"]!["errorId"]!.GetValue<string>());
    }

    public sealed class Recorder : ExecutionDiagnosticEventListener
    {
        public ConcurrentQueue<(string Kind, GraphQLError Failure)> Failures { get; } = [];

        public override void ResolverFailed(GraphQLError failure) => Failures.Enqueue((nameof(ResolverFailed), failure));

        public override void SubscriptionFailed(GraphQLError failure) => Failures.Enqueue((nameof(SubscriptionFailed), failure));

        public override void RequestFailed(GraphQLError failure) => Failures.Enqueue((nameof(RequestFailed), failure));
    }

    public sealed class Missing
    {
        [GraphQLName("missing")]
        public static string Find() => null!;
    }

    private sealed class BrokenInterceptor : GraphQLRequestInterceptor
    {
        public override ValueTask OnRequestAsync(
            Microsoft.AspNetCore.Http.HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("secret");
    }
}
