using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>Everything about one type.</summary>
internal sealed class TypePage(DocumentationContext context)
{
    /// <summary>More uses than this are folded away.</summary>
    private const int UsesShown = 12;

    private readonly MemberParts members = new(context);

    public Html Write(NamedType type) => $"""
        <h2 tabindex="-1"><code>{type.Name}</code> <span class="explorer-kind">{DocumentationContext.KindOf(type)}</span></h2>
        <div class="explorer-text">{context.Description.Whole(type.Description)}</div>
        {MemberParts.Costs(type.Directives)}
        {Facts(type)}
        {Members(type)}
        {Possible(type)}
        {UsedBy(type)}

        """;

    private Html Facts(NamedType type) => type switch
    {
        ComplexType { Interfaces.Count: > 0 } complex => $"<p>{ExplorerTexts.Get("Implements")} {Html.Join(", ", complex.Interfaces.Select(context.Link))}</p>",
        ScalarType { SpecifiedByUrl: { } url } => $"""<p>{ExplorerTexts.Get("SpecifiedBy")} <a href="{url}" rel="noreferrer">{url}</a></p>""",
        InputObjectType { IsOneOf: true } => $"<p>{ExplorerTexts.Get("OneOf")}</p>",
        _ => Html.Empty,
    };

    private Html Members(NamedType type) => type switch
    {
        ComplexType complex => $"""<h3>{ExplorerTexts.Get("Fields")}</h3>{members.Fields(complex, OperationOf(type))}""",
        InputObjectType input => $"""<h3>{ExplorerTexts.Get("Fields")}</h3>{members.Inputs(type.Name, input.Fields)}""",
        EnumType enumeration => $"""<h3>{ExplorerTexts.Get("Values")}</h3>{members.Values(enumeration)}""",
        _ => Html.Empty,
    };

    private Html Possible(NamedType type)
    {
        if (type is not (InterfaceType or UnionType))
        {
            return Html.Empty;
        }

        var title = ExplorerTexts.Get(type is UnionType ? "Members" : "Implementations");
        var types = context.Schema.GetPossibleTypes(type).OrderBy(possible => possible.Name, StringComparer.Ordinal);
        return $"""
            <h3>{title}</h3>
            <ul class="explorer-index">{types.Select(possible =>
                (Html)$"""<li>{context.Link(possible)} <span class="explorer-brief">{context.Description.Brief(possible.Description)}</span></li>""")}</ul>

            """;
    }

    private Html UsedBy(NamedType type)
    {
        var uses = context.Uses.Of(type).Select(Use).ToList();
        if (uses.Count == 0)
        {
            return Html.Empty;
        }

        Html rest = uses.Count <= UsesShown
            ? Html.Empty
            : $"""<details class="explorer-more"><summary>{ExplorerTexts.Format("MoreUses", uses.Count - UsesShown)}</summary><ul class="explorer-links">{uses.Skip(UsesShown)}</ul></details>""";
        return $"""
            <h3>{ExplorerTexts.Get("UsedBy")}</h3>
            <ul class="explorer-links">{uses.Take(UsesShown)}</ul>{rest}

            """;
    }

    private Html Use(SchemaUse use)
    {
        var address = use.Argument is not null ? context.Addresses.Of(use.Owner, $"{use.Member}.{use.Argument}")
            : use.Member is not null ? context.Addresses.Of(use.Owner, use.Member)
            : context.Addresses.Of(use.Owner);
        return $"""<li><a href="{address}"><code>{use.Coordinate}</code></a></li>""";
    }

    private OperationType? OperationOf(NamedType type)
    {
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (ReferenceEquals(context.Schema.GetRootType(operation), type))
            {
                return operation;
            }
        }

        return null;
    }
}
