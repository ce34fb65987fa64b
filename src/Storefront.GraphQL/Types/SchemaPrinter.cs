using System.Text;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>
/// Prints a schema as a document: descriptions, defaults, deprecations, <c>@specifiedBy</c> and <c>@oneOf</c>, in graphql-js's format (but without blanks on empty lines).
/// What the specification itself defines is left out, and so are other applied directives, of which introspection does not know either; what
/// things cost can be printed, too.
/// </summary>
public static class SchemaPrinter
{
    /// <summary>The whole schema, without a line end behind it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="withCosts">Whether <c>@cost</c> and <c>@listSize</c> are printed where they are applied.</param>
    public static string Print(Schema schema, bool withCosts = false)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var blocks = new List<string>();
        if (PrintRoots(schema) is { } roots)
        {
            blocks.Add(roots);
        }

        blocks.AddRange(schema.Directives.Where(directive => !directive.IsSpecified).Select(directive => PrintDirective(directive, withCosts)));
        blocks.AddRange(schema.Types.Where(type => !type.IsSpecified).Select(type => Print(type, withCosts)));
        return string.Join("\n\n", blocks);
    }

    /// <summary>One type's definition.</summary>
    /// <param name="type">The type.</param>
    /// <param name="withCosts">Whether <c>@cost</c> and <c>@listSize</c> are printed where they are applied.</param>
    public static string Print(NamedType type, bool withCosts = false)
    {
        ArgumentNullException.ThrowIfNull(type);
        return PrintDescription(type.Description, string.Empty, true) + type switch
        {
            ScalarType scalar => $"scalar {scalar}{PrintSpecifiedBy(scalar)}{PrintCosts(scalar.Directives, withCosts)}",
            ObjectType target => $"type {target}{PrintInterfaces(target)}{PrintCosts(target.Directives, withCosts)}{PrintFields(target, withCosts)}",
            InterfaceType target => $"interface {target}{PrintInterfaces(target)}{PrintFields(target, withCosts)}",
            UnionType union => union.Types.Count == 0 ? $"union {union}" : $"union {union} = {string.Join(" | ", union.Types)}",
            EnumType enumeration => $"enum {enumeration}{PrintCosts(enumeration.Directives, withCosts)}{PrintBlock(enumeration.Values.Select(PrintValue))}",
            InputObjectType input => $"input {input}{(input.IsOneOf ? " @oneOf" : string.Empty)}{PrintBlock(input.Fields.Select((field, index) => PrintInputField(field, index, withCosts)))}",
            _ => throw new ArgumentException($"{type.Kind} has no definition.", nameof(type)),
        };
    }

    // Left out where the roots have their usual names and there is nothing else to say.
    private static string? PrintRoots(Schema schema)
    {
        var roots = Enum.GetValues<OperationType>()
            .Select(operation => (Operation: operation, Type: schema.GetRootType(operation)))
            .Where(root => root.Type is not null)
            .ToList();
        if (schema.Description is null && roots.TrueForAll(root => root.Type!.Name == root.Operation.ToString()))
        {
            return null;
        }

        var lines = roots.Select(root => $"  {root.Operation.ToString().ToLowerInvariant()}: {root.Type}");
        return $"{PrintDescription(schema.Description, string.Empty, true)}schema{PrintBlock(lines)}";
    }

    private static string PrintDirective(DirectiveType directive, bool withCosts) =>
        $"{PrintDescription(directive.Description, string.Empty, true)}directive @{directive.Name}{PrintArguments(directive.Arguments, string.Empty, withCosts)}"
        + $"{(directive.IsRepeatable ? " repeatable" : string.Empty)} on {string.Join(" | ", directive.Locations)}";

    private static string PrintSpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is null ? string.Empty : $" @specifiedBy(url: {SyntaxPrinter.PrintString(scalar.SpecifiedByUrl)})";

    private static string PrintInterfaces(ComplexType type) =>
        type.Interfaces.Count == 0 ? string.Empty : $" implements {string.Join(" & ", type.Interfaces)}";

    private static string PrintFields(ComplexType type, bool withCosts) => PrintBlock(type.Fields.Select((field, index) =>
        $"{PrintDescription(field.Description, "  ", index == 0)}  {field.Name}{PrintArguments(field.Arguments, "  ", withCosts)}: {field.Type}"
        + $"{PrintDeprecated(field.DeprecationReason)}{PrintCosts(field.Directives, withCosts)}"));

    private static string PrintValue(EnumValue value, int index) =>
        $"{PrintDescription(value.Description, "  ", index == 0)}  {value.Name}{PrintDeprecated(value.DeprecationReason)}";

    private static string PrintInputField(InputValue field, int index, bool withCosts) =>
        $"{PrintDescription(field.Description, "  ", index == 0)}  {PrintInput(field, withCosts)}";

    private static string PrintArguments(FieldCollection<InputValue> arguments, string indentation, bool withCosts)
    {
        if (arguments.Count == 0)
        {
            return string.Empty;
        }

        if (arguments.All(argument => string.IsNullOrEmpty(argument.Description)))
        {
            return $"({string.Join(", ", arguments.Select(argument => PrintInput(argument, withCosts)))})";
        }

        var inner = $"  {indentation}";
        var lines = arguments.Select((argument, index) => $"{PrintDescription(argument.Description, inner, index == 0)}{inner}{PrintInput(argument, withCosts)}");
        return $"(\n{string.Join('\n', lines)}\n{indentation})";
    }

    private static string PrintInput(InputValue input, bool withCosts) =>
        $"{input.Name}: {input.Type}{(input.DefaultValue is null ? string.Empty : $" = {SyntaxPrinter.Print(input.DefaultValue)}")}"
        + $"{PrintDeprecated(input.DeprecationReason)}{PrintCosts(input.Directives, withCosts)}";

    private static string PrintCosts(List<DirectiveNode> directives, bool withCosts) => !withCosts ? string.Empty : string.Concat(
        directives.Where(directive => directive.Name.Value is "cost" or "listSize").Select(directive => $" {SyntaxPrinter.Print(directive)}"));

    private static string PrintDeprecated(string? reason) => reason switch
    {
        null => string.Empty,
        SpecifiedDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {SyntaxPrinter.PrintString(reason)})",
    };

    private static string PrintBlock(IEnumerable<string> items)
    {
        var body = string.Join('\n', items);
        return body.Length == 0 ? string.Empty : $" {{\n{body}\n}}";
    }

    private static string PrintDescription(string? description, string indentation, bool isFirst)
    {
        if (description is null)
        {
            return string.Empty;
        }

        var literal = SyntaxPrinter.Print(new StringValueNode(description, BlockString.CanPrint(description)));
        var text = new StringBuilder();
        if (indentation.Length > 0 && !isFirst)
        {
            text.Append('\n');
        }

        foreach (var line in literal.Split('\n'))
        {
            text.Append(line.Length == 0 ? string.Empty : indentation).Append(line).Append('\n');
        }

        return text.ToString();
    }
}
