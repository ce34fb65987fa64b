using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>Says in words what <c>@cost</c> and <c>@listSize</c> (IBM cost specification) say of a field, argument or type.</summary>
internal static class CostText
{
    /// <summary>None where neither directive is applied.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            switch (directive.Name.Value)
            {
                case "cost" when Find(directive, "weight") is StringValueNode weight:
                    yield return ExplorerTexts.Format("Cost.Weight", weight.Value);
                    break;
                case "listSize":
                    foreach (var sentence in OfList(directive))
                    {
                        yield return sentence;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<string> OfList(DirectiveNode directive)
    {
        var slicing = Names(Find(directive, "slicingArguments"));
        if (slicing.Length > 0)
        {
            yield return ExplorerTexts.Format("Cost.Sliced", string.Join(", ", slicing));
            if (Find(directive, "slicingArgumentDefaultValue") is IntValueNode value)
            {
                yield return ExplorerTexts.Format("Cost.SlicedDefault", SyntaxPrinter.Print(value));
            }
        }

        if (Find(directive, "assumedSize") is IntValueNode size)
        {
            yield return ExplorerTexts.Format(slicing.Length > 0 ? "Cost.AssumedElse" : "Cost.Assumed", SyntaxPrinter.Print(size));
        }
    }

    private static ValueNode? Find(DirectiveNode directive, string argument) =>
        directive.Arguments.FirstOrDefault(candidate => candidate.Name.Value == argument)?.Value;

    private static string[] Names(ValueNode? list) => list switch
    {
        ListValueNode items => [.. items.Values.OfType<StringValueNode>().Select(item => item.Value)],
        StringValueNode single => [single.Value],
        _ => [],
    };
}
