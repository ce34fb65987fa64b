using System.Text;

namespace Storefront.GraphQL.Language;

/// <summary>Text that grows with its indentation, and the parts that executable and type-system documents share.</summary>
internal sealed partial class SyntaxWriter
{
    private const int LongestLineWithArguments = 80;
    private readonly StringBuilder text = new();
    private int indentation;

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>Writes a node of any kind.</summary>
    public void Write(SyntaxNode node)
    {
        switch (node)
        {
            case NameNode name:
                text.Append(name.Value);
                break;
            case DocumentNode document:
                WriteDocument(document);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            case DirectiveNode directive:
                text.Append('@');
                Write(directive.Name);
                WriteList("(", directive.Arguments, ", ", ")");
                break;
            case ArgumentNode argument:
                WriteNamedValue(argument.Name, argument.Value);
                break;
            case ObjectFieldNode field:
                WriteNamedValue(field.Name, field.Value);
                break;
            default:
                WriteExecutable(node);
                break;
        }
    }

    private void WriteDocument(DocumentNode document)
    {
        for (var index = 0; index < document.Definitions.Count; index++)
        {
            text.Append(index == 0 ? string.Empty : "\n\n");
            if (index > 0 && TakesBraces(document.Definitions[index - 1]) && IsShorthand(document.Definitions[index]))
            {
                text.Append("query ");
            }

            Write(document.Definitions[index]);
        }
    }

    /// <summary>Whether braces behind a definition would be read as its members, of which it has none.</summary>
    private static bool TakesBraces(DefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode schema => schema.OperationTypes.Count == 0,
        ObjectTypeDefinitionNode type => type.Fields.Count == 0,
        InterfaceTypeDefinitionNode type => type.Fields.Count == 0,
        EnumTypeDefinitionNode type => type.Values.Count == 0,
        InputObjectTypeDefinitionNode type => type.Fields.Count == 0,
        _ => false,
    };

    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                text.Append('$');
                Write(variable.Name);
                break;
            case StringValueNode { Block: true } block:
                WriteLines(BlockString.Print(block.Value));
                break;
            case ListValueNode list:
                text.Append('[');
                WriteList(string.Empty, list.Values, ", ", string.Empty);
                text.Append(']');
                break;
            case ObjectValueNode fields:
                text.Append('{');
                WriteList(string.Empty, fields.Fields, ", ", string.Empty);
                text.Append('}');
                break;
            default:
                text.Append(value switch
                {
                    IntValueNode number => number.Value,
                    FloatValueNode number => number.Value,
                    StringValueNode quoted => SyntaxPrinter.PrintString(quoted.Value),
                    BooleanValueNode boolean => boolean.Value ? "true" : "false",
                    EnumValueNode name => name.Value,
                    _ => "null",
                });
                break;
        }
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                Write(named.Name);
                break;
            case ListTypeNode list:
                text.Append('[');
                WriteType(list.Type);
                text.Append(']');
                break;
            case NonNullTypeNode nonNull:
                WriteType(nonNull.Type);
                text.Append('!');
                break;
        }
    }

    private void WriteNamedValue(NameNode name, ValueNode value)
    {
        Write(name);
        text.Append(": ");
        WriteValue(value);
    }

    private void WriteDirectives(IReadOnlyList<DirectiveNode> directives) => WriteList(" ", directives, " ", string.Empty);

    private void WriteDescription(StringValueNode? description)
    {
        if (description is not null)
        {
            WriteValue(description);
            StartLine();
        }
    }

    /// <summary>Writes nodes between two brackets; nothing at all where there are none.</summary>
    private void WriteList(string open, IReadOnlyList<SyntaxNode> nodes, string separator, string close)
    {
        if (nodes.Count == 0)
        {
            return;
        }

        text.Append(open);
        for (var index = 0; index < nodes.Count; index++)
        {
            text.Append(index == 0 ? string.Empty : separator);
            Write(nodes[index]);
        }

        text.Append(close);
    }

    /// <summary>Writes nodes on lines of their own, indented, between two brackets; nothing at all where there are none.</summary>
    private void WriteBlock(string open, IReadOnlyList<SyntaxNode> nodes, char close)
    {
        if (nodes.Count == 0)
        {
            return;
        }

        text.Append(open);
        indentation++;
        foreach (var node in nodes)
        {
            StartLine();
            Write(node);
        }

        indentation--;
        StartLine();
        text.Append(close);
    }

    private void WriteLines(string lines)
    {
        var isFirst = true;
        foreach (var line in lines.Split('\n'))
        {
            if (!isFirst)
            {
                StartLine();
            }

            text.Append(line);
            isFirst = false;
        }
    }

    private void StartLine() => text.Append('\n').Append(' ', 2 * indentation);
}
