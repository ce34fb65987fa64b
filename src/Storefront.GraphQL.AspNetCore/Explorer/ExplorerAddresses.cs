using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>Where things are found. Every type, field, argument and value has an address that can be passed on.</summary>
/// <param name="Endpoint">The GraphQL endpoint's path, the host's base path included, without a slash at its end.</param>
internal sealed record ExplorerAddresses(string Endpoint)
{
    public string AllTypes => $"{Endpoint}/types";

    public string Search => $"{Endpoint}/search";

    public string Validation => $"{Endpoint}/validate";

    public string Definition => $"{Endpoint}/schema.graphql";

    public string Of(NamedType type) => $"{Endpoint}/types/{type.Name}";

    public string Of(DirectiveType directive) => $"{Endpoint}/directives/{directive.Name}";

    public string Of(NamedType type, string member) => $"{Of(type)}#{IdOf(type.Name, member)}";

    public string Asset(ExplorerAsset asset) => $"{Endpoint}/assets/{asset.Name}?v={asset.Version}";

    /// <summary>An operation in the editor.</summary>
    public string Try(string document, string? variables) =>
        $"{Endpoint}?query={Uri.EscapeDataString(document)}{(variables is null ? string.Empty : $"&variables={Uri.EscapeDataString(variables)}")}";

    /// <summary>The element's id: the schema coordinate (<c>Plan.prices</c>), which no other element of a page has.</summary>
    public static string IdOf(string owner, string member) => $"{owner}.{member}";
}
