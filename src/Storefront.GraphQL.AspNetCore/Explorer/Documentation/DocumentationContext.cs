using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>What the parts of the documentation share while a page is written.</summary>
internal sealed record DocumentationContext(Schema Schema, ExplorerAddresses Addresses, SchemaUses Uses)
{
    public Description Description { get; } = new(Schema, Addresses);

    /// <summary>A type with its lists and non-nulls, the named type at its core a link.</summary>
    public Html Reference(IType type)
    {
        var (text, core) = (type.ToString()!, type.NamedType);
        var start = text.IndexOf(core.Name, StringComparison.Ordinal);
        return $"""{text[..start]}<a href="{Addresses.Of(core)}">{core.Name}</a>{text[(start + core.Name.Length)..]}""";
    }

    public Html Link(NamedType type) => $"""<a href="{Addresses.Of(type)}"><code>{type.Name}</code></a>""";

    public static string KindOf(NamedType type) => ExplorerTexts.Get($"Kind.{type.Kind}");
}
