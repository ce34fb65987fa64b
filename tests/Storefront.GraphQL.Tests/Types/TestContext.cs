using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Types;

/// <summary>What a resolver under test may ask for; arguments are given coerced and converted as the field's definitions say.</summary>
internal sealed class TestContext(Schema schema, ObjectType type, OutputField outputField) : IResolverContext
{
    private readonly Dictionary<string, object?> converted = [];
    private readonly Dictionary<string, object?> coerced = [];

    public object? ParentValue { get; init; }

    public Schema Schema => schema;

    public ObjectType ObjectType => type;

    public OutputField Field => outputField;

    public string ResponseName => outputField.Name;

    public ResponsePath Path => ResponsePath.Field(null, outputField.Name);

    public IServiceProvider Services { get; init; } = new ServiceCollection().BuildServiceProvider();

    public ClaimsPrincipal User { get; init; } = new(new ClaimsIdentity());

    public CancellationToken RequestAborted { get; init; }

    public IDictionary<string, object?> ContextData { get; } = new Dictionary<string, object?>();

    public object? EventMessage { get; init; }

    public DataLoaderScope DataLoaders { get; } = new();

    public IReadOnlyList<string> Selected { get; init; } = [];

    public List<GraphQLError> Errors { get; } = [];

    public IReadOnlyDictionary<string, object?> Arguments => coerced;

    public TestContext With(string name, object? value)
    {
        coerced[name] = value;
        var convert = outputField.Arguments[name].Converter;
        converted[name] = convert is null ? value : convert(value);
        return this;
    }

    public T Parent<T>() => (T)ParentValue!;

    public T ArgumentValue<T>(string name) => converted.TryGetValue(name, out var value) && value is not null ? (T)value : default!;

    public bool HasArgument(string name) => coerced.ContainsKey(name);

    public T DataLoader<T>()
        where T : notnull => DataLoaders.Get<T>(Services);

    public bool IsSelected(string fieldName) => Selected.Contains(fieldName);

    public void ReportError(GraphQLError error) => Errors.Add(error);
}
