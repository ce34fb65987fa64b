using System.Globalization;
using System.Text.Json.Nodes;

namespace Storefront.Stripe.Sandbox.Api;

/// <summary>The parameters of a request, or of a part of it, read by name and type. What nobody reads is unknown.</summary>
internal sealed class Parameters(ParameterNode node, string path = "")
{
    public bool Has(string name) => node[name] is not null;

    /// <summary>Whether the parameter was sent as an empty text, which unsets a value.</summary>
    public bool Unsets(string name)
    {
        if (node[name] is { Value: "", Children.Count: 0 } child)
        {
            child.WasRead = true;
            return true;
        }

        return false;
    }

    public string? Text(string name)
    {
        if (node[name] is not { } child)
        {
            return null;
        }

        child.WasRead = true;
        if (child.Children.Count > 0)
        {
            throw ErrorHelper.Invalid($"Invalid string: {PathOf(name)} must be a string", PathOf(name));
        }

        return string.IsNullOrEmpty(child.Value) ? null : child.Value;
    }

    public string RequiredText(string name) => Text(name) ?? throw Missing(name);

    public long? Integer(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ErrorHelper.Invalid($"Invalid integer: {text}", PathOf(name), "parameter_invalid_integer");
    }

    public long? NotNegative(string name) => Integer(name) is { } number and < 0
        ? throw ErrorHelper.Invalid($"This value must be greater than or equal to 0 (it currently is '{number}').", PathOf(name), "parameter_invalid_integer")
        : Integer(name);

    public decimal? Decimal(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ErrorHelper.Invalid($"Invalid decimal: {text}", PathOf(name));
    }

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => throw ErrorHelper.Invalid($"Invalid boolean: {text}", PathOf(name)),
    };

    public string? Choice(string name, params string[] choices)
    {
        var text = Text(name);
        if (text is null || choices.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        var all = choices.Length == 1 ? choices[0] : string.Join(", ", choices[..^1]) + ", or " + choices[^1];
        throw ErrorHelper.Invalid($"Invalid {PathOf(name)}: must be one of {all}", PathOf(name));
    }

    public Parameters? Part(string name)
    {
        if (node[name] is not { } child)
        {
            return null;
        }

        child.WasRead = true;
        if (child.Value is { Length: > 0 })
        {
            throw ErrorHelper.Invalid("Invalid object", PathOf(name));
        }

        return child.Value is null ? new Parameters(child, PathOf(name)) : null;
    }

    public Parameters RequiredPart(string name) => Part(name) ?? throw Missing(name);

    public IReadOnlyList<Parameters> Parts(string name)
    {
        if (node[name] is not { } child)
        {
            return [];
        }

        child.WasRead = true;
        if (child.Value is { Length: > 0 })
        {
            throw ErrorHelper.Invalid("Invalid array", PathOf(name));
        }

        return [.. child.Children.Select(element =>
        {
            element.Value.WasRead = true;
            return new Parameters(element.Value, $"{PathOf(name)}[{element.Key}]");
        })];
    }

    /// <summary>A list of texts; null when it was not sent, empty when it was unset.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (node[name] is not { } child)
        {
            return null;
        }

        child.WasRead = true;
        return [.. child.Children.Select(element =>
        {
            element.Value.WasRead = true;
            return element.Value.Value ?? throw ErrorHelper.Invalid("Invalid string", PathOf(name));
        })];
    }

    /// <summary>Changes metadata as Stripe does: given keys are set, an empty value removes one, an empty whole removes all.</summary>
    public void MergeMetadata(JsonObject target, string name = "metadata")
    {
        if (target[name] is not JsonObject metadata)
        {
            metadata = [];
            target[name] = metadata;
        }

        if (Unsets(name))
        {
            metadata.Clear();
            return;
        }

        foreach (var (key, value) in Part(name)?.Pairs() ?? [])
        {
            if (value.Length == 0)
            {
                metadata.Remove(key);
            }
            else
            {
                metadata[key] = value;
            }
        }
    }

    public JsonObject Metadata(string name = "metadata")
    {
        var holder = new JsonObject();
        MergeMetadata(holder, name);
        var metadata = holder[name]!.AsObject();
        holder.Remove(name);
        return metadata;
    }

    /// <summary>All parts as JSON texts, for settings that are stored as they came.</summary>
    public JsonObject? Verbatim(string name)
    {
        if (Part(name) is not { } part)
        {
            return null;
        }

        var json = new JsonObject();
        foreach (var (key, value) in part.Pairs())
        {
            json[key] = value.Length == 0 ? null : value;
        }

        return json;
    }

    public void Ignore(params string[] names)
    {
        foreach (var name in names)
        {
            MarkRead(node[name]);
        }
    }

    public void RejectUnread()
    {
        var unread = new List<string>();
        Collect(node, path, unread);
        if (unread.Count > 0)
        {
            throw ErrorHelper.UnknownParameter(unread);
        }
    }

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}[{name}]";

    public LocalStripeException Missing(string name) => ErrorHelper.MissingParameter(PathOf(name));

    public LocalStripeException Invalid(string name, string message, string? code = null) =>
        ErrorHelper.Invalid(message, PathOf(name), code);

    private List<(string Key, string Value)> Pairs() =>
    [
        .. node.Children.Select(child =>
        {
            child.Value.WasRead = true;
            return (child.Key, child.Value.Value ?? throw ErrorHelper.Invalid("Invalid value", PathOf(child.Key)));
        }),
    ];

    private static void MarkRead(ParameterNode? node)
    {
        if (node is null)
        {
            return;
        }

        node.WasRead = true;
        foreach (var child in node.Children)
        {
            MarkRead(child.Value);
        }
    }

    private static void Collect(ParameterNode node, string path, List<string> unread)
    {
        foreach (var (name, child) in node.Children)
        {
            var childPath = path.Length == 0 ? name : $"{path}[{name}]";
            if (!child.WasRead)
            {
                unread.Add(childPath);
            }
            else
            {
                Collect(child, childPath, unread);
            }
        }
    }
}
