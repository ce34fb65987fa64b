namespace Storefront.GraphQL.Language;

/// <content>Operations and fragments.</content>
internal sealed partial class SyntaxWriter
{
    private void WriteExecutable(SyntaxNode node)
    {
        switch (node)
        {
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable);
                break;
            case SelectionSetNode selectionSet:
                WriteBlock("{", selectionSet.Selections, '}');
                break;
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                text.Append("...");
                Write(spread.Name);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                WriteInlineFragment(fragment);
                break;
            case FragmentDefinitionNode fragment:
                WriteFragmentDefinition(fragment);
                break;
            default:
                WriteTypeSystem(node);
                break;
        }
    }

    private static bool IsShorthand(DefinitionNode definition) => definition is OperationDefinitionNode
    {
        Operation: OperationType.Query,
        Name: null,
        Description: null,
        Directives.Count: 0,
        VariableDefinitions.Count: 0,
    };

    private void WriteOperation(OperationDefinitionNode operation)
    {
        if (!IsShorthand(operation))
        {
            WriteDescription(operation.Description);
            text.Append(NameOf(operation.Operation));
            WriteOperationHead(operation);
            text.Append(' ');
        }

        Write(operation.SelectionSet);
    }

    private void WriteOperationHead(OperationDefinitionNode operation)
    {
        if (operation.Name is not null || operation.VariableDefinitions.Count > 0)
        {
            text.Append(' ');
            text.Append(operation.Name?.Value);
            if (SpansLines(operation.VariableDefinitions))
            {
                WriteList("(\n", operation.VariableDefinitions, "\n", "\n)");
            }
            else
            {
                WriteList("(", operation.VariableDefinitions, ", ", ")");
            }
        }

        WriteDirectives(operation.Directives);
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        Write(variable.Variable);
        text.Append(": ");
        WriteType(variable.Type);
        WriteDefault(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is not null)
        {
            text.Append(" = ");
            WriteValue(value);
        }
    }

    private void WriteField(FieldNode field)
    {
        if (field.Alias is not null)
        {
            Write(field.Alias);
            text.Append(": ");
        }

        Write(field.Name);
        if (FitsOnOneLine(field))
        {
            WriteList("(", field.Arguments, ", ", ")");
        }
        else
        {
            WriteBlock("(", field.Arguments, ')');
        }

        WriteDirectives(field.Directives);
        if (field.SelectionSet is not null)
        {
            text.Append(' ');
            Write(field.SelectionSet);
        }
    }

    /// <summary>Whether alias, name and arguments are short enough, whatever their indentation.</summary>
    private static bool FitsOnOneLine(FieldNode field)
    {
        var length = field.Name.Value.Length + (field.Alias is null ? 0 : field.Alias.Value.Length + 2);
        foreach (var argument in field.Arguments)
        {
            length += SyntaxPrinter.Print(argument).Length + 2;
        }

        return length <= LongestLineWithArguments;
    }

    private void WriteInlineFragment(InlineFragmentNode fragment)
    {
        text.Append("...");
        if (fragment.TypeCondition is not null)
        {
            text.Append(" on ");
            Write(fragment.TypeCondition);
        }

        WriteDirectives(fragment.Directives);
        text.Append(' ');
        Write(fragment.SelectionSet);
    }

    private void WriteFragmentDefinition(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        text.Append("fragment ");
        Write(fragment.Name);
        text.Append(" on ");
        Write(fragment.TypeCondition);
        WriteDirectives(fragment.Directives);
        text.Append(' ');
        Write(fragment.SelectionSet);
    }

    private static string NameOf(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
    };
}
