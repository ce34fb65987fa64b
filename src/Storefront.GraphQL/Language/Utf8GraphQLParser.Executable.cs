namespace Storefront.GraphQL.Language;

/// <content>Operations and fragments (sections 2.2 to 2.8).</content>
public ref partial struct Utf8GraphQLParser
{
    private DocumentNode ParseDocument()
    {
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (!Peek(TokenKind.EndOfFile));
        return new DocumentNode([.. definitions], new Location(0, lexer.End, 1, 1));
    }

    private DefinitionNode ParseDefinition()
    {
        var start = Here();
        if (Peek(TokenKind.LeftBrace))
        {
            var selectionSet = ParseSelectionSet();
            return new OperationDefinitionNode(OperationType.Query, null, [], [], selectionSet, null, selectionSet.Location);
        }

        var description = ParseDescription();
        if (!Peek(TokenKind.Name))
        {
            throw description is not null && Peek(TokenKind.LeftBrace)
                ? new SyntaxException("Unexpected description, descriptions are not supported on shorthand queries.", start.Line, start.Column)
                : Unexpected();
        }

        if (TryParseOperationType(out var operation))
        {
            return ParseOperation(operation, description, start);
        }

        if (SkipKeyword("fragment"u8))
        {
            return ParseFragmentDefinition(description, start);
        }

        if (ParseTypeSystemDefinition(description, start) is { } definition)
        {
            return definition;
        }

        if (description is not null)
        {
            throw new SyntaxException("Unexpected description, only GraphQL definitions support descriptions.", start.Line, start.Column);
        }

        return SkipKeyword("extend"u8) ? ParseTypeSystemExtension(start) : throw Unexpected();
    }

    private bool TryParseOperationType(out OperationType operation)
    {
        operation = OperationType.Query;
        if (SkipKeyword("query"u8))
        {
            return true;
        }

        if (SkipKeyword("mutation"u8))
        {
            operation = OperationType.Mutation;
            return true;
        }

        operation = OperationType.Subscription;
        return SkipKeyword("subscription"u8);
    }

    private OperationDefinitionNode ParseOperation(OperationType operation, StringValueNode? description, Mark start)
    {
        var name = Peek(TokenKind.Name) ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(operation, name, variables, directives, selectionSet, description, From(start));
    }

    private VariableDefinitionNode[] ParseVariableDefinitions()
    {
        if (!Skip(TokenKind.LeftParenthesis))
        {
            return [];
        }

        var definitions = new List<VariableDefinitionNode>();
        do
        {
            var start = Here();
            var description = ParseDescription();
            var variable = ParseVariable();
            Expect(TokenKind.Colon);
            var type = ParseType();
            var defaultValue = Skip(TokenKind.Equal) ? ParseValue(isConstant: true) : null;
            var directives = ParseDirectives(isConstant: true);
            definitions.Add(new VariableDefinitionNode(variable, type, defaultValue, directives, description, From(start)));
        }
        while (!Skip(TokenKind.RightParenthesis));
        return [.. definitions];
    }

    private SelectionSetNode ParseSelectionSet()
    {
        Descend();
        var start = Here();
        Expect(TokenKind.LeftBrace);
        var selections = new List<SelectionNode>();
        do
        {
            selections.Add(Peek(TokenKind.Spread) ? ParseFragment() : ParseField());
        }
        while (!Skip(TokenKind.RightBrace));
        depth--;
        return new SelectionSetNode([.. selections], From(start));
    }

    private FieldNode ParseField()
    {
        var start = Here();
        NameNode? alias = null;
        var name = ParseName();
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = Peek(TokenKind.LeftBrace) ? ParseSelectionSet() : null;
        var location = name.Location?.Start == start.Offset && name.Location.End == lastEnd ? name.Location : From(start);
        return new FieldNode(alias, name, arguments, directives, selectionSet, location);
    }

    private SelectionNode ParseFragment()
    {
        var start = Here();
        Expect(TokenKind.Spread);
        var hasTypeCondition = SkipKeyword("on"u8);
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            var name = ParseName();
            var spreadDirectives = ParseDirectives(isConstant: false);
            return new FragmentSpreadNode(name, spreadDirectives, From(start));
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(typeCondition, directives, selectionSet, From(start));
    }

    private FragmentDefinitionNode ParseFragmentDefinition(StringValueNode? description, Mark start)
    {
        // A fragment named "on" could not be told from an inline fragment where it is spread.
        var name = PeekKeyword("on"u8) ? throw Unexpected() : ParseName();
        ExpectKeyword("on"u8);
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(name, typeCondition, directives, selectionSet, description, From(start));
    }
}
