using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Execution.Cost;

/// <summary>A schema of which one asks what operations cost.</summary>
public sealed class CostProbe
{
    private const string Directives = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], slicingArgumentDefaultValue: Int, sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION

        """;

    private static readonly IServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    private readonly ManualTime time = new();

    public CostProbe(string schema, Action<ExecutorOptions>? configure = null, Action<SchemaBuilder>? resolvers = null)
    {
        var builder = SchemaBuilder.FromDocument(Directives + schema);
        resolvers?.Invoke(builder);
        configure?.Invoke(Options);
        Executor = new RequestExecutor(builder.Build(), Options, [], time);
    }

    public ExecutorOptions Options { get; } = new();

    public RequestExecutor Executor { get; }

    public void Advance(TimeSpan span) => time.Advance(span);

    /// <summary>What <c>extensions.cost</c> says, without executing.</summary>
    public async Task<(double Field, double Type)> CostOfAsync(string document, string? variables = null)
    {
        var answer = await SendAsync(document, variables, mode: CostMode.Validate);
        Assert.Null(answer["errors"]?.ToJsonString());
        Assert.Null(answer["data"]);
        var cost = answer["extensions"]!["cost"]!;
        return (cost["fieldCost"]!.GetValue<double>(), cost["typeCost"]!.GetValue<double>());
    }

    public async Task<JsonNode> SendAsync(string document, string? variables = null, RequestClient? client = null, CostMode mode = CostMode.Execute)
    {
        await using var result = await StartAsync(document, variables, client, mode);
        return JsonNode.Parse(((OperationResult)result).Body.Span)!;
    }

    public Task<ExecutionResult> StartAsync(string document, string? variables = null, RequestClient? client = null, CostMode mode = CostMode.Execute) =>
        Executor.ExecuteAsync(new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Variables = variables is null ? default : JsonElement.Parse(variables),
            Services = Services,
            Client = client,
            CostMode = mode,
        });

    private sealed class ManualTime : TimeProvider
    {
        private long now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Advance(TimeSpan span) => now += span.Ticks;
    }
}
