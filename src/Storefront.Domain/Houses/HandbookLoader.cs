using Storefront.Domain.Houses.Reading;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>Makes a handbook of its JSON, or tells everything that is wrong with it at once.</summary>
public static class HandbookLoader
{
    /// <summary>The form of handbook that this program reads.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The handbook, or <see cref="FaultyHandbook"/> with every fault and its place.</summary>
    /// <param name="json">The text of the file, or the canonical text that a version was kept as.</param>
    public static Result<Handbook> Load(string json) => Load(json, register: null);

    internal static Result<Handbook> Load(string json, ShapeRegister? register)
    {
        var reading = new HandbookReading(register);
        var document = LocatedJsonParser.Parse(json, reading.Problems);
        var handbook = document is null
            ? null
            : reading.Object(document, "handbook", reader => HandbookDocument.Read(reader, document));
        return reading.Problems.Count > 0
            ? new FaultyHandbook([.. reading.Problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)])
            : handbook!;
    }
}
