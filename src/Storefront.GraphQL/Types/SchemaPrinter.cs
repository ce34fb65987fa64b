using System.Text;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>
/// Prints a schema as a document in graphql-js's format, but without blanks on empty lines and with the directives applied to its members,
/// such as <c>@cost</c>, which graphql-js leaves out. What the specification itself defines is left out. A schema built from the print prints the same.
/// </summary>
public sealed class SchemaPrinter
{
    private readonly bool withDirectives;

    private SchemaPrinter(bool withDirectives) => this.withDirectives = withDirectives;

    /// <summary>The whole schema, without a line end behind it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="withDirectives">Whether directives other than the specification's are printed where they are applied.</param>
    public static string Print(Schema schema, bool withDirectives = true)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new SchemaPrinter(withDirectives).PrintSchema(schema);
    }

    /// <summary>One type's definition.</summary>
    /// <param name="type">The type.</param>
    /// <param name="withDirectives">Whether directives other than the specification's are printed where they are applied.</param>
    public static string Print(NamedType type, bool withDirectives = true)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new SchemaPrinter(withDirectives).PrintType(type);
    }

    private string PrintSchema(Schema schema)
    {
        var blocks = new List<string>();
        if (PrintRoots(schema) is { } roots)
        {
            blocks.Add(roots);
        }

        blocks.AddRange(schema.Directives.Where(directive => !directive.IsSpecified).Select(PrintDirective));
        blocks.AddRange(schema.Types.Where(type => !type.IsSpecified).Select(PrintType));
        return string.Join("\n\n", blocks);
    }

    private string PrintType(NamedType type) => PrintDescription(type.Description, string.Empty, true) + type switch
    {
        ScalarType scalar => $"scalar {scalar}{PrintSpecifiedBy(scalar)}{PrintApplied(type.Directives)}",
        ObjectType target => $"type {target}{PrintInterfaces(target)}{PrintApplied(type.Directives)}{PrintFields(target)}",
        InterfaceType target => $"interface {target}{PrintInterfaces(target)}{PrintApplied(type.Directives)}{PrintFields(target)}",
        UnionType union => $"union {union}{PrintApplied(type.Directives)}{PrintMembers(union)}",
        EnumType enumeration => $"enum {enumeration}{PrintApplied(type.Directives)}{PrintBlock(enumeration.Values.Select(PrintValue))}",
        InputObjectType input => $"input {input}{(input.IsOneOf ? " @oneOf" : string.Empty)}{PrintApplied(type.Directives)}{PrintBlock(input.Fields.Select(PrintInputField))}",
        _ => throw new ArgumentException($"{type.Kind} has no definition.", nameof(type)),
    };

    // Left out where the roots, and no other types, have the roots' usual names and there is nothing else to say (section 3.3.1).
    private string? PrintRoots(Schema schema)
    {
        var roots = Enum.GetValues<OperationType>()
            .Select(operation => (Operation: operation, Type: schema.GetRootType(operation)))
            .Where(root => root.Type is not null)
            .ToList();
        var applied = PrintApplied(schema.AppliedDirectives);
        if (schema.Description is null && applied.Length == 0 && Enum.GetValues<OperationType>().All(operation => HasUsualRoot(schema, operation)))
        {
            return null;
        }

        var lines = roots.Select(root => $"  {root.Operation.ToString().ToLowerInvariant()}: {root.Type}");
        return $"{PrintDescription(schema.Description, string.Empty, true)}schema{applied}{PrintBlock(lines)}";
    }

    private static bool HasUsualRoot(Schema schema, OperationType operation) => schema.GetRootType(operation) is { } root
        ? root.Name == operation.ToString()
        : !schema.TryGetType(operation.ToString(), out _);

    private string PrintDirective(DirectiveType directive) =>
        $"{PrintDescription(directive.Description, string.Empty, true)}directive @{directive.Name}{PrintArguments(directive.Arguments, string.Empty)}"
        + $"{(directive.IsRepeatable ? " repeatable" : string.Empty)} on {string.Join(" | ", directive.Locations)}";

    private static string PrintSpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is null ? string.Empty : $" @specifiedBy(url: {SyntaxPrinter.PrintString(scalar.SpecifiedByUrl)})";

    private static string PrintMembers(UnionType union) => union.Types.Count == 0 ? string.Empty : $" = {string.Join(" | ", union.Types)}";

    private static string PrintInterfaces(ComplexType type) =>
        type.Interfaces.Count == 0 ? string.Empty : $" implements {string.Join(" & ", type.Interfaces)}";

    private string PrintFields(ComplexType type) => PrintBlock(type.Fields.Select((field, index) =>
        $"{PrintDescription(field.Description, "  ", index == 0)}  {field.Name}{PrintArguments(field.Arguments, "  ")}: {field.Type}"
        + $"{PrintDeprecated(field.DeprecationReason)}{PrintApplied(field.Directives)}"));

    private string PrintValue(EnumValue value, int index) =>
        $"{PrintDescription(value.Description, "  ", index == 0)}  {value.Name}{PrintDeprecated(value.DeprecationReason)}{PrintApplied(value.Directives)}";

    private string PrintInputField(InputValue field, int index) =>
        $"{PrintDescription(field.Description, "  ", index == 0)}  {PrintInput(field)}";

    private string PrintArguments(FieldCollection<InputValue> arguments, string indentation)
    {
        if (arguments.Count == 0)
        {
            return string.Empty;
        }

        if (arguments.All(argument => string.IsNullOrEmpty(argument.Description)))
        {
            return $"({string.Join(", ", arguments.Select(PrintInput))})";
        }

        var inner = $"  {indentation}";
        var lines = arguments.Select((argument, index) => $"{PrintDescription(argument.Description, inner, index == 0)}{inner}{PrintInput(argument)}");
        return $"(\n{string.Join('\n', lines)}\n{indentation})";
    }

    private string PrintInput(InputValue input) =>
        $"{input.Name}: {input.Type}{(input.DefaultValue is null ? string.Empty : $" = {SyntaxPrinter.Print(input.DefaultValue)}")}"
        + $"{PrintDeprecated(input.DeprecationReason)}{PrintApplied(input.Directives)}";

    // What the specification's own say is printed from the members themselves, which also C# may have told.
    private string PrintApplied(IReadOnlyList<DirectiveNode> directives) => !withDirectives ? string.Empty : string.Concat(directives
        .Where(directive => directive.Name.Value is not ("deprecated" or "specifiedBy" or "oneOf"))
        .Select(directive => $" {SyntaxPrinter.Print(directive)}"));

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
