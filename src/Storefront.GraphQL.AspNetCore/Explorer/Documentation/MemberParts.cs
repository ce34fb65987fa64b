using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>Writes fields, arguments, input fields and enum values, each under an address of its own.</summary>
internal sealed class MemberParts(DocumentationContext context)
{
    public Html Fields(ComplexType owner, OperationType? operation) =>
        $"""<ul class="explorer-members">{owner.Fields.Select(field => Field(owner, field, operation))}</ul>""";

    public Html Inputs(string owner, FieldCollection<InputValue> inputs) =>
        $"""<ul class="explorer-members">{inputs.Select(input => Input(owner, input, isArgument: false))}</ul>""";

    public Html Values(EnumType owner) =>
        $"""<ul class="explorer-members">{owner.Values.Select(value => Value(owner, value))}</ul>""";

    public static Html Costs(IReadOnlyList<DirectiveNode> directives)
    {
        var sentences = CostText.Of(directives).ToList();
        return sentences.Count == 0 ? Html.Empty : $"""<p class="explorer-cost">{string.Join(" ", sentences)}</p>""";
    }

    private Html Field(ComplexType owner, OutputField field, OperationType? operation)
    {
        var id = ExplorerAddresses.IdOf(owner.Name, field.Name);
        var arguments = field.Arguments.Count == 0 ? string.Empty : $"({string.Join(", ", field.Arguments.Select(argument => argument.Name))})";
        return $"""
            <li class="explorer-member" id="{id}">
            <div class="explorer-signature"><h4><code><a href="#{id}">{field.Name}</a>{arguments}</code></h4><code>: {context.Reference(field.Type)}</code>{Deprecated(field.DeprecationReason)}{Try(operation, field)}</div>
            {Reason(field.DeprecationReason)}
            <div class="explorer-text">{context.Description.Whole(field.Description)}</div>
            {Costs(field.Directives)}
            {Arguments(id, field.Arguments)}
            </li>

            """;
    }

    private Html Arguments(string id, FieldCollection<InputValue> arguments) => arguments.Count == 0
        ? Html.Empty
        : $"""<h5>{ExplorerTexts.Get("Arguments")}</h5><ul class="explorer-arguments">{arguments.Select(argument => Input(id, argument, isArgument: true))}</ul>""";

    private Html Input(string owner, InputValue input, bool isArgument)
    {
        var id = ExplorerAddresses.IdOf(owner, input.Name);
        Html required = input.IsRequired ? $"""<span class="explorer-badge">{ExplorerTexts.Get("Required")}</span>""" : Html.Empty;
        var value = input.DefaultValue is { } given ? $" = {SyntaxPrinter.Print(given)}" : null;
        Html link = $"""<code><a href="#{id}">{input.Name}</a></code>""";
        Html name = isArgument ? (Html)$"<h6>{link}</h6>" : (Html)$"<h4>{link}</h4>";
        return $"""
            <li class="explorer-member" id="{id}">
            <div class="explorer-signature">{name}<code>: {context.Reference(input.Type)}{value}</code>{required}{Deprecated(input.DeprecationReason)}</div>
            {Reason(input.DeprecationReason)}
            <div class="explorer-text">{context.Description.Whole(input.Description)}</div>
            {Costs(input.Directives)}
            </li>

            """;
    }

    private Html Value(EnumType owner, EnumValue value)
    {
        var id = ExplorerAddresses.IdOf(owner.Name, value.Name);
        return $"""
            <li class="explorer-member" id="{id}">
            <div class="explorer-signature"><h4><code><a href="#{id}">{value.Name}</a></code></h4>{Deprecated(value.DeprecationReason)}</div>
            {Reason(value.DeprecationReason)}
            <div class="explorer-text">{context.Description.Whole(value.Description)}</div>
            </li>

            """;
    }

    private static Html Deprecated(string? reason) => reason is null
        ? Html.Empty
        : $"""<span class="explorer-badge explorer-badge-warning">{ExplorerTexts.Get("Deprecated")}</span>""";

    private Html Reason(string? reason) => reason is null
        ? Html.Empty
        : $"""<div class="explorer-text explorer-reason">{context.Description.Whole(reason)}</div>""";

    private Html Try(OperationType? operation, OutputField field)
    {
        if (operation is not { } kind)
        {
            return Html.Empty;
        }

        var sample = SampleOperation.For(context.Schema, kind, field);
        return $"""<a class="explorer-try" data-explorer-try href="{context.Addresses.Try(sample.Document, sample.Variables)}">{ExplorerTexts.Get("Try")}<span class="explorer-hidden"> {field.Name}</span></a>""";
    }
}
