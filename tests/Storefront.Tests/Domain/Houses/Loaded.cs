using Storefront.Domain.Houses;

namespace Storefront.Tests.Domain.Houses;

/// <summary>The handbooks that come with the program, as they are loaded.</summary>
internal static class Loaded
{
    public static Handbook Flunt { get; } = Of("flunt");

    public static Handbook Fenicio { get; } = Of("fenicio");

    public static Handbook Alfinet { get; } = Of("alfinet");

    public static Handbook TecnoSoluciones { get; } = Of("tecnosoluciones");

    public static Handbook Sense { get; } = Of("sense");

    private static Handbook Of(string key) => HandbookCatalogue.Load(key).Match(
        handbook => handbook, refusal => throw new InvalidOperationException($"{refusal}"));
}
