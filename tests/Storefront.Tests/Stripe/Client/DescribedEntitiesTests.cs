using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storefront.Stripe;
using Storefront.Stripe.Events;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Subscriptions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Stripe.Client;

/// <summary>Every property of every object is one that Stripe describes, and can be null where Stripe says so.</summary>
public sealed class DescribedEntitiesTests
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly JsonElement Schemas = SharedMaterial.Find(OpenApiDescription.RelativePath) is { } path
        ? JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("components").GetProperty("schemas")
        : default;

    public static TheoryData<string> Objects => [.. StripeTypes.ByObject.Keys];

    [SharedTheory]
    [MemberData(nameof(Objects))]
    public void Every_property_is_described(string name)
    {
        var problems = new List<string>();
        Compare(StripeTypes.ByObject[name], Schemas.GetProperty(name), name, problems);
        Assert.Empty(problems);
    }

    [SharedFact]
    public void The_version_is_the_described_one() => Assert.Equal(StripeConfiguration.ApiVersion, OpenApiDescription.Instance.Version);

    [SharedFact]
    public void Every_type_of_event_is_described_and_well_named()
    {
        var constants = Constants(typeof(EventTypes));
        Assert.Empty(constants.Values.Except(OpenApiDescription.Instance.EventTypes));
        Assert.All(constants, constant => Assert.Equal(
            constant.Value.Replace("_", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), constant.Key, ignoreCase: true));
    }

    [SharedFact]
    public void The_statuses_are_the_described_ones()
    {
        var inLists = Constants(typeof(SubscriptionStatuses)).Values.Except([SubscriptionStatuses.All, SubscriptionStatuses.Ended]);
        Assert.Equal(Enumeration("subscription", "status"), inLists.Order(StringComparer.Ordinal));
        Assert.Equal(Enumeration("invoice", "status"), Constants(typeof(InvoiceStatuses)).Values.Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Constants(Type type) =>
        type.GetFields().ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!, StringComparer.Ordinal);

    private static IEnumerable<string> Enumeration(string schema, string property) =>
        Schemas.GetProperty(schema).GetProperty("properties").GetProperty(property).GetProperty("enum").EnumerateArray()
            .Select(value => value.GetString()!).Order(StringComparer.Ordinal);

    private static void Compare(Type type, JsonElement schema, string at, List<string> problems)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            // A subtree that the description leaves out.
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            var isSent = property.GetMethod!.IsPublic || property.GetCustomAttribute<JsonIncludeAttribute>() is not null;
            if (!isSent || property.GetCustomAttribute<JsonIgnoreAttribute>() is not null)
            {
                continue;
            }

            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            if (!properties.TryGetProperty(name, out var described))
            {
                problems.Add($"{at}.{name} is not described");
                continue;
            }

            var canBeNull = described.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean();
            if (canBeNull && Nullability.Create(property).WriteState != NullabilityState.Nullable)
            {
                problems.Add($"{at}.{name} can be null");
            }

            Compare(property.PropertyType, described, $"{at}.{name}", problems, name);
        }
    }

    private static void Compare(Type type, JsonElement described, string at, List<string> problems, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        described = Resolve(described);
        var kind = described.TryGetProperty("type", out var named) ? named.GetString() : null;
        var isExpandable = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ExpandableField<>);
        var fits = kind switch
        {
            "string" => type == typeof(string) || type == typeof(decimal) || isExpandable,
            "integer" => type == typeof(long) || type == typeof(DateTimeOffset),
            "number" => type == typeof(decimal),
            "boolean" => type == typeof(bool),
            "array" => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>),
            "object" => type.IsClass && type != typeof(string) || type == typeof(JsonElement),

            // `deleted` has no kind in the description.
            _ => name == "deleted",
        };
        if (!fits)
        {
            problems.Add($"{at} is a {kind}, not a {type.Name}");
        }
        else if (kind == "array")
        {
            Compare(type.GetGenericArguments()[0], described.GetProperty("items"), $"{at}[]", problems, name);
        }
        else if (kind == "object" && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(StripeList<>))
        {
            Compare(type.GetGenericArguments()[0], described.GetProperty("properties").GetProperty("data").GetProperty("items"), $"{at}.data[]", problems, name);
        }
        else if (kind == "object" && !StripeTypes.ByObject.Values.Contains(type) && !type.IsGenericType)
        {
            Compare(type, described, at, problems);
        }
    }

    private static JsonElement Resolve(JsonElement schema)
    {
        if (schema.TryGetProperty("anyOf", out var alternatives))
        {
            return Resolve(alternatives[0]);
        }

        return schema.TryGetProperty("$ref", out var reference) ? Resolve(Schemas.GetProperty(reference.GetString()!.Split('/')[^1])) : schema;
    }
}
