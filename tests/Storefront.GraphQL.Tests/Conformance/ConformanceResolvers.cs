using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Conformance;

/// <summary>Builds resolvers from their descriptions in the published cases.</summary>
internal static class ConformanceResolvers
{
    private const string CounterKey = "counter";

    internal static readonly JsonSerializerOptions ReadableJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Attach(Schema schema, JsonElement ownResolvers)
    {
        foreach (var type in schema.Types)
        {
            switch (type)
            {
                case InterfaceType contract:
                    contract.ResolveType = TypeNameOf;
                    break;
                case UnionType union:
                    union.ResolveType = TypeNameOf;
                    break;
            }
        }

        foreach (var resolvers in new[] { ConformanceFile.Content.GetProperty("baseResolvers"), ownResolvers })
        {
            foreach (var resolver in resolvers.EnumerateObject())
            {
                var (typeName, fieldName) = (resolver.Name.Split('.')[0], resolver.Name.Split('.')[1]);
                Assert.True(schema.TryGetType(typeName, out var type));
                ((ComplexType)type).Fields[fieldName].Resolver = Create(resolver.Value);
            }
        }
    }

    private static FieldResolver Create(JsonElement description)
    {
        if (description.TryGetProperty("later", out var later))
        {
            var resolve = Compile(later);
            return new AsyncResolver(async context =>
            {
                await Task.Yield();
                return resolve(context);
            });
        }

        return new PureResolver(Compile(description));
    }

    private static Func<IResolverContext, object?> Compile(JsonElement description)
    {
        var property = description.EnumerateObject().Single();
        var value = property.Value;
        switch (property.Name)
        {
            case "return":
                var fixedValue = ToObject(value);
                return _ => fixedValue;
            case "throw":
                var message = value.GetString()!;
                return _ => throw new GraphQLException(message);
            case "arg":
                var argument = value.GetString()!;
                return context => context.Arguments.GetValueOrDefault(argument);
            case "echoArgs":
                return context => Unescape(Canonical(context.Arguments)!.ToJsonString(ReadableJson));
            case "add":
                var by = value.GetString()!;
                return context => Count(context, Convert.ToInt32(context.Arguments.GetValueOrDefault(by) ?? 0, CultureInfo.InvariantCulture));
            case "count":
                return context => Count(context, 0);
            default:
                throw new InvalidOperationException($"Unknown resolver {property.Name}.");
        }
    }

    // The reference writes characters beyond the basic plane as they are; .NET's encoders never do.
    internal static string Unescape(string json) => Regex.Replace(
        json, @"\\u(D[89A-F][0-9A-F]{2})", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static int Count(IResolverContext context, int by)
    {
        var count = (int)(context.ContextData.TryGetValue(CounterKey, out var before) ? before! : 0) + by;
        context.ContextData[CounterKey] = count;
        return count;
    }

    internal static string? TypeNameOf(object value) =>
        value is IReadOnlyDictionary<string, object?> entries ? entries.GetValueOrDefault("__typename") as string : null;

    internal static object? ToObject(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            if (json.TryGetProperty("$error", out var message))
            {
                return new GraphQLException(message.GetString()!);
            }

            if (json.TryGetProperty("$number", out var number))
            {
                return double.Parse(number.GetString()!.Replace("Infinity", "∞", StringComparison.Ordinal), new NumberFormatInfo { NaNSymbol = "NaN", PositiveInfinitySymbol = "∞", NegativeInfinitySymbol = "-∞" });
            }

            return json.EnumerateObject().ToDictionary(property => property.Name, property => ToObject(property.Value));
        }

        return json.ValueKind == JsonValueKind.Array
            ? json.EnumerateArray().Select(ToObject).ToList()
            : ValueNodeConverter.ToObject(json);
    }

    internal static JsonNode? Canonical(object? value) => value switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> entries => new JsonObject(entries
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Canonical(entry.Value)))),
        List<object?> items => new JsonArray([.. items.Select(Canonical)]),
        double number when number == Math.Truncate(number) && Math.Abs(number) < 1e15 => JsonValue.Create((long)number),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
