using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>The handbooks that come with the program.</summary>
public static class HandbookCatalogue
{
    private const string Folder = "Houses/";
    private const string Extension = ".json";
    private const string Schema = "handbook.schema";

    /// <summary>The houses there are, in order.</summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        .. typeof(HandbookCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Extension.Length])
            .Where(key => key != Schema)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The handbook of that house, <see cref="UnknownHouse"/> or <see cref="FaultyHandbook"/>.</summary>
    public static Result<Handbook> Load(string key) => Keys.Contains(key)
        ? HandbookLoader.Load(ReadResource(key))
        : new UnknownHouse(key, Keys);

    /// <summary>The JSON Schema of handbooks, as its file has it.</summary>
    public static string ReadSchema() => ReadResource(Schema);

    internal static string ReadResource(string name)
    {
        using var stream = typeof(HandbookCatalogue).Assembly.GetManifestResourceStream($"{Folder}{name}{Extension}")
            ?? throw new InvalidOperationException($"The resource '{name}' is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
