using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses.Reading;

/// <summary>The state of reading one handbook: what was found wrong, and what the house declared that later parts refer to.</summary>
internal sealed class HandbookReading(ShapeRegister? register)
{
    private readonly Dictionary<string, IReadOnlyCollection<string>?> declared = new(StringComparer.Ordinal);

    public List<HandbookProblem> Problems { get; } = [];

    /// <summary>The languages declared, the house's own first.</summary>
    public ImmutableArray<string> Languages { get; set; } = [];

    /// <summary>The currencies declared, the default first.</summary>
    public ImmutableArray<Currency> Currencies { get; set; } = [];

    /// <summary>Remembers the names of a kind of thing; incomplete when one of them could not be read.</summary>
    public void Declare(string what, IReadOnlyCollection<string> names, bool complete) => declared[what] = complete ? names : null;

    /// <summary>The names of that kind of thing; null when they are not known for certain, so that no reference can be judged.</summary>
    public IReadOnlyCollection<string>? Declared(string what) => declared.GetValueOrDefault(what);

    public void Add(JsonPlace place, string message) => Problems.Add(place.Problem(message));

    public void Note(string shape, string property, ShapeProperty asked) => register?.Note(shape, property, asked);

    /// <summary>Reads an object of that shape; properties that nobody asked for are problems.</summary>
    public T Object<T>(LocatedJson? node, string shape, Func<ObjectReader, T> read)
    {
        var reader = new ObjectReader(node, shape, this);
        var value = read(reader);
        reader.RefuseUnknown();
        return value;
    }
}
