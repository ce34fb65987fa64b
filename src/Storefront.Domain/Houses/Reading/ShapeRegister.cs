namespace Storefront.Domain.Houses.Reading;

/// <summary>What the reader asked of each kind of object, so that a test can hold it against the JSON Schema.</summary>
internal sealed class ShapeRegister
{
    private readonly SortedDictionary<string, SortedDictionary<string, ShapeProperty>> shapes = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SortedDictionary<string, ShapeProperty>> Shapes => shapes;

    public void Note(string shape, string property, ShapeProperty asked)
    {
        if (!shapes.TryGetValue(shape, out var properties))
        {
            shapes[shape] = properties = new(StringComparer.Ordinal);
        }

        properties[property] = asked;
    }
}

/// <summary>A property as the reader asks for it.</summary>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Type">Its JSON type, or the name of the schema's definition.</param>
internal sealed record ShapeProperty(bool Required, string Type)
{
    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];
}
