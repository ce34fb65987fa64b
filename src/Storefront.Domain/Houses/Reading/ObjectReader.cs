using System.Globalization;
using System.Text.Json;

namespace Storefront.Domain.Houses.Reading;

/// <summary>
/// Reads the properties of one object of a handbook. A property that is missing or wrong becomes a problem and is read as a neutral value, so
/// that the rest is still judged; <see cref="Ok"/> tells whether a property can be reasoned about.
/// </summary>
internal sealed partial class ObjectReader
{
    private readonly LocatedJson? node;
    private readonly string shape;
    private readonly HandbookReading reading;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> sound = new(StringComparer.Ordinal);
    private readonly int problemsBefore;

    /// <param name="node">The object; null where it is missing, which was told already.</param>
    /// <param name="shape">The name of its definition in the schema.</param>
    /// <param name="reading">Where problems go.</param>
    public ObjectReader(LocatedJson? node, string shape, HandbookReading reading)
    {
        this.shape = shape;
        this.reading = reading;
        problemsBefore = reading.Problems.Count;
        if (node is { Kind: not JsonValueKind.Object })
        {
            reading.Add(node.Place, $"This must be an object, not {Describe(node.Kind)}.");
            node = null;
        }

        this.node = node;
    }

    public HandbookReading Reading => reading;

    /// <summary>Whether all of these were there and sound.</summary>
    public bool Ok(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!sound.Contains(name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the property is there at all, sound or not.</summary>
    public bool Has(string name) => node?[name] is not null;

    /// <summary>Adds a problem at that property, or at the object where it has no such property.</summary>
    public void Problem(string name, string message)
    {
        if (node is not null)
        {
            reading.Add(node[name]?.Place ?? node.Place, message);
        }
    }

    /// <summary>Adds a problem at a property that ought to be there.</summary>
    public void ProblemBelow(string name, string message)
    {
        if (node is not null)
        {
            reading.Problems.Add(node.Place.Below(name).Problem(message));
        }
    }

    /// <summary>The value, built only when nothing of the object is at fault; otherwise null, which never leaves the loader.</summary>
    public T Build<T>(Func<T> build)
    {
        if (node is null || reading.Problems.Count > problemsBefore)
        {
            return default!;
        }

        try
        {
            return build();
        }
        catch (ArgumentException error)
        {
            reading.Add(node.Place, error.Message);
            return default!;
        }
    }

    /// <summary>Marks a property that is allowed and means nothing here, such as <c>$schema</c>.</summary>
    public void Ignore(string name, string type)
    {
        known.Add(name);
        reading.Note(shape, name, new ShapeProperty(false, type));
    }

    public void RefuseUnknown()
    {
        foreach (var property in node?.Properties ?? [])
        {
            if (!known.Contains(property.Name))
            {
                reading.Add(property.Place, $"'{property.Name}' is not a property here. There are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    private LocatedJson? Take(string name, ShapeProperty asked, params ReadOnlySpan<JsonValueKind> kinds)
    {
        known.Add(name);
        reading.Note(shape, name, asked);
        if (node is null)
        {
            return null;
        }

        var value = node[name];
        if (value is null)
        {
            if (asked.Required)
            {
                reading.Problems.Add(node.Place.Below(name).Problem($"The property '{name}' is missing."));
            }

            return null;
        }

        if (!kinds.Contains(value.Kind))
        {
            reading.Add(value.Place, $"'{name}' must be {Describe(kinds[0])}, not {Describe(value.Kind)}.");
            return null;
        }

        return value;
    }

    private T Sound<T>(string name, T value)
    {
        sound.Add(name);
        return value;
    }

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
