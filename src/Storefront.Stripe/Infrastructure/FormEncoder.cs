using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storefront.Stripe.Infrastructure;

/// <summary>
/// Turns options into form parameters: <c>items[0][price]=price_1</c>, <c>metadata[order]=7</c>. Names are the properties' in snake
/// case unless <see cref="JsonPropertyNameAttribute"/> says otherwise.
/// </summary>
internal static class FormEncoder
{
    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Plans = new();

    public static List<KeyValuePair<string, string>> Encode(BaseOptions options)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        AddProperties(parameters, "", options);
        foreach (var (key, value) in options.ExtraParams)
        {
            Add(parameters, key, value ?? "");
        }

        return parameters;
    }

    /// <summary>The parameters as a query or a body. Brackets stay as they are, for the reader of a log.</summary>
    public static string ToForm(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in parameters)
        {
            if (text.Length > 0)
            {
                text.Append('&');
            }

            text.Append(Escape(key).Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal))
                .Append('=')
                .Append(Escape(value));
        }

        return text.ToString();
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static void AddProperties(List<KeyValuePair<string, string>> parameters, string prefix, object options)
    {
        foreach (var (name, property) in Plans.GetOrAdd(options.GetType(), Plan))
        {
            if (property.GetValue(options) is { } value)
            {
                Add(parameters, prefix.Length == 0 ? name : $"{prefix}[{name}]", value);
            }
        }
    }

    private static void Add(List<KeyValuePair<string, string>> parameters, string key, object value)
    {
        switch (value)
        {
            case INestedOptions nested:
                AddProperties(parameters, key, nested);
                break;
            case IAnyOf { Value: { } chosen }:
                Add(parameters, key, chosen);
                break;
            case IAnyOf:
                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                {
                    Add(parameters, $"{key}[{entry.Key}]", entry.Value ?? "");
                }

                break;
            case IList { Count: 0 }:
                parameters.Add(new(key, ""));
                break;
            case IList list:
                for (var index = 0; index < list.Count; index++)
                {
                    Add(parameters, string.Create(CultureInfo.InvariantCulture, $"{key}[{index}]"), list[index] ?? "");
                }

                break;
            default:
                parameters.Add(new(key, Text(key, value)));
                break;
        }
    }

    private static string Text(string key, object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset instant => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        int or long or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        StringEnum word => word.Value,
        _ => throw new ArgumentException($"{key}: a {value.GetType().Name} cannot be sent to Stripe."),
    };

    private static (string Name, PropertyInfo Property)[] Plan(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.GetCustomAttribute<JsonIgnoreAttribute>() is null
           let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)
           select (name, property),
    ];
}
