using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Support;

/// <summary>An executor over a schema document with resolvers by coordinate ("Query.hello").</summary>
public sealed class TestExecutor
{
    private readonly SchemaBuilder builder;
    private readonly Dictionary<string, SubscribeResolver> sources = [];

    private readonly Lazy<RequestExecutor> executor;

    public TestExecutor(string schema, Action<SchemaBuilder>? configure = null)
    {
        builder = SchemaBuilder.FromDocument(schema);
        configure?.Invoke(builder);

        // Their lists say nothing of their length; what is refused for its cost has tests of its own.
        Options.Cost.EnforceCostLimits = false;
        executor = new(Build);
    }

    public ExecutorOptions Options { get; } = new();

    public List<ExecutionDiagnosticEventListener> Listeners { get; } = [];

    public IServiceProvider Services { get; init; } = new ServiceCollection().BuildServiceProvider();

    public RequestExecutor Executor => executor.Value;

    /// <summary>A resolver that answers at once.</summary>
    public TestExecutor Field(string coordinate, Func<IResolverContext, object?> resolve) => Add(coordinate, new PureResolver(resolve));

    /// <summary>A resolver that waits.</summary>
    public TestExecutor Async(string coordinate, Func<IResolverContext, Task<object?>> resolve) =>
        Add(coordinate, new AsyncResolver(context => new ValueTask<object?>(resolve(context))));

    /// <summary>A resolver that answers after the others had their turn.</summary>
    public TestExecutor Later(string coordinate, Func<IResolverContext, object?> resolve) => Async(coordinate, async context =>
    {
        await Task.Yield();
        return resolve(context);
    });

    public TestExecutor Source(string field, Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> open)
    {
        sources[field] = new SubscribeResolver(open);
        return Field($"Subscription.{field}", context => context.EventMessage);
    }

    /// <summary>Executes away from the test's synchronization context, which no server has.</summary>
    public Task<ExecutionResult> StartAsync(string document, JsonNode? variables = null, object? root = null, CancellationToken cancellationToken = default) =>
        Task.Run(
            () => Executor.ExecuteAsync(
                new OperationRequest
                {
                    Document = Encoding.UTF8.GetBytes(document),
                    Variables = variables is null ? default : JsonElement.Parse(variables.ToJsonString()),
                    RootValue = root,
                    Services = Services,
                },
                cancellationToken),
            cancellationToken);

    /// <summary>Runs a query or mutation and gives the response.</summary>
    public async Task<JsonNode> RunAsync(string document, JsonNode? variables = null, object? root = null, CancellationToken cancellationToken = default)
    {
        await using var result = await StartAsync(document, variables, root, cancellationToken);
        return Parse((OperationResult)result);
    }

    /// <summary>Opens a subscription.</summary>
    public async Task<ResponseStream> SubscribeAsync(string document) => Assert.IsAssignableFrom<ResponseStream>(await StartAsync(document));

    public static JsonNode Parse(OperationResult result) => JsonNode.Parse(result.Body.Span)!;

    /// <summary>The paths of a response's errors in their order, such as <c>list.0.name</c>.</summary>
    public static IReadOnlyList<string> ErrorPaths(JsonNode response) =>
        [.. (response["errors"]?.AsArray() ?? []).Select(error => string.Join('.', (error!["path"]?.AsArray() ?? []).Select(segment => segment!.ToString())))];

    private TestExecutor Add(string coordinate, FieldResolver resolver)
    {
        var at = coordinate.IndexOf('.', StringComparison.Ordinal);
        builder.AddResolver(coordinate[..at], coordinate[(at + 1)..], resolver);
        return this;
    }

    private RequestExecutor Build()
    {
        var schema = builder.Build();
        foreach (var (field, source) in sources)
        {
            schema.SubscriptionType!.Fields[field].Subscribe = source;
        }

        return new RequestExecutor(schema, Options, Listeners);
    }
}
