using System.Collections.Immutable;
using System.Text.Json;

namespace Storefront.Domain.Houses.Reading;

/// <summary>A JSON value that knows its place in the document.</summary>
internal sealed record LocatedJson(JsonPlace Place, JsonValueKind Kind)
{
    /// <summary>The text of a string, the digits of a number as they were written, otherwise empty.</summary>
    public string Text { get; init; } = "";

    public ImmutableArray<LocatedJson> Items { get; init; } = [];

    public ImmutableArray<LocatedProperty> Properties { get; init; } = [];

    public LocatedJson? this[string name] => Properties.FirstOrDefault(property => property.Name == name)?.Value;
}

/// <summary>A property of an object, with the place of its name.</summary>
internal sealed record LocatedProperty(string Name, JsonPlace Place, LocatedJson Value);

/// <summary>A place in a document: pointer, and line and column counted from 1.</summary>
internal readonly record struct JsonPlace(string Pointer, int Line, int Column)
{
    public JsonPlace Below(string name) => this with { Pointer = $"{Pointer}/{Escape(name)}" };

    public HandbookProblem Problem(string message) => new(Pointer, Line, Column, message);

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
