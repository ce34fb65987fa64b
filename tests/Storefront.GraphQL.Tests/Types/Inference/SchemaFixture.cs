using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>A schema built from C# classes, and its resolvers called one at a time.</summary>
internal sealed class SchemaFixture
{
    private readonly IServiceProvider services;

    public SchemaFixture(Action<IRequestExecutorBuilder> configure)
    {
        var collection = new ServiceCollection();
        configure(collection.AddGraphQLCore());
        services = collection.BuildServiceProvider();
        Schema = services.GetRequiredService<Schema>();
    }

    public Schema Schema { get; }

    public static IReadOnlyList<string> ProblemsOf(Action<IRequestExecutorBuilder> configure) =>
        [.. Assert.Throws<SchemaException>(() => new SchemaFixture(configure)).Errors.Select(error => error.Message)];

    public string Print(string type) => Schema.TryGetType(type, out var found) ? SchemaPrinter.Print(found, withDirectives: false) : $"no type {type}";

    public TestContext Context(string type, string field, object? parent = null, object? message = null, ClaimsPrincipal? user = null, params string[] selected)
    {
        var target = (ObjectType)(Schema.TryGetType(type, out var found) ? found : throw new ArgumentException(type, nameof(type)));
        return new TestContext(Schema, target, target.Fields[field])
        {
            ParentValue = parent,
            EventMessage = message,
            Services = services,
            Selected = selected,
            User = user ?? new(new ClaimsIdentity()),
        };
    }

    public static async Task<object?> ResolveAsync(TestContext context)
    {
        switch (context.Field.Resolver)
        {
            case PureResolver pure:
                return pure.Resolve(context);
            case AsyncResolver waiting:
                var pending = waiting.Resolve(context).AsTask();
                while (!pending.IsCompleted && context.DataLoaders.HasPending)
                {
                    await context.DataLoaders.DispatchAsync(context.RequestAborted);
                }

                return await pending;
            default:
                throw new InvalidOperationException($"{context.Field} has no resolver.");
        }
    }

    /// <summary>Executes a document and gives the response's text.</summary>
    public async Task<string> ExecuteAsync(string document, object? variables = null, ClaimsPrincipal? user = null)
    {
        await using var result = await new RequestExecutor(Schema).ExecuteAsync(Request(document, variables, user));
        return Encoding.UTF8.GetString(Assert.IsAssignableFrom<OperationResult>(result).Body.Span);
    }

    /// <summary>Opens a subscription; what refuses it is the only response.</summary>
    public async IAsyncEnumerable<string> SubscribeAsync(string document, ClaimsPrincipal? user = null)
    {
        await using var result = await new RequestExecutor(Schema).ExecuteAsync(Request(document, null, user));
        if (result is OperationResult refusal)
        {
            yield return Encoding.UTF8.GetString(refusal.Body.Span);
            yield break;
        }

        await foreach (var response in ((ResponseStream)result).ReadResultsAsync())
        {
            await using (response)
            {
                yield return Encoding.UTF8.GetString(response.Body.Span);
            }
        }
    }

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    private OperationRequest Request(string document, object? variables, ClaimsPrincipal? user) => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables),
        Services = services,
        User = user,
    };

    public Task<object?> ResolveAsync(string type, string field, object? parent = null) => ResolveAsync(Context(type, field, parent));
}
