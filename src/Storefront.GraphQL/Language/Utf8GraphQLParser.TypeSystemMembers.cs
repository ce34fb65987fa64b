namespace Storefront.GraphQL.Language;

/// <content>What stands inside a definition of a type system (section 3).</content>
public ref partial struct Utf8GraphQLParser
{
    private readonly void RefuseEmptyExtension(bool isExtension, int members)
    {
        if (isExtension && members == 0)
        {
            throw Unexpected();
        }
    }

    private OperationTypeDefinitionNode[] ParseOperationTypes()
    {
        Expect(TokenKind.LeftBrace);
        var operationTypes = new List<OperationTypeDefinitionNode>();
        do
        {
            var start = Here();
            if (!TryParseOperationType(out var operation))
            {
                throw Peek(TokenKind.Name) ? UnexpectedName() : TokenError($"Expected {TokenKind.Name.Describe()}, found {DescribeToken()}.");
            }

            Expect(TokenKind.Colon);
            var type = ParseNamedType();
            operationTypes.Add(new OperationTypeDefinitionNode(operation, type, From(start)));
        }
        while (!Skip(TokenKind.RightBrace));
        return [.. operationTypes];
    }

    private NamedTypeNode[] ParseImplementedInterfaces() =>
        SkipKeyword("implements"u8) ? ParseNamedTypes(TokenKind.Ampersand) : [];

    private NamedTypeNode[] ParseNamedTypes(TokenKind delimiter)
    {
        Skip(delimiter);
        var types = new List<NamedTypeNode>();
        do
        {
            types.Add(ParseNamedType());
        }
        while (Skip(delimiter));
        return [.. types];
    }

    private FieldDefinitionNode[] ParseFieldDefinitions()
    {
        if (!Skip(TokenKind.LeftBrace))
        {
            return [];
        }

        var fields = new List<FieldDefinitionNode>();
        do
        {
            var start = Here();
            var description = ParseDescription();
            var name = ParseName();
            var arguments = ParseInputValues(TokenKind.LeftParenthesis, TokenKind.RightParenthesis);
            Expect(TokenKind.Colon);
            var type = ParseType();
            var directives = ParseDirectives(isConstant: true);
            fields.Add(new FieldDefinitionNode(name, description, arguments, type, directives, From(start)));
        }
        while (!Skip(TokenKind.RightBrace));
        return [.. fields];
    }

    private InputValueDefinitionNode[] ParseInputValues(TokenKind open, TokenKind close)
    {
        if (!Skip(open))
        {
            return [];
        }

        var values = new List<InputValueDefinitionNode>();
        do
        {
            var start = Here();
            var description = ParseDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            var type = ParseType();
            var defaultValue = Skip(TokenKind.Equal) ? ParseValue(isConstant: true) : null;
            var directives = ParseDirectives(isConstant: true);
            values.Add(new InputValueDefinitionNode(name, description, type, defaultValue, directives, From(start)));
        }
        while (!Skip(close));
        return [.. values];
    }

    private EnumValueDefinitionNode[] ParseEnumValues()
    {
        if (!Skip(TokenKind.LeftBrace))
        {
            return [];
        }

        var values = new List<EnumValueDefinitionNode>();
        do
        {
            var start = Here();
            var description = ParseDescription();
            if (PeekKeyword("true"u8) || PeekKeyword("false"u8) || PeekKeyword("null"u8))
            {
                throw TokenError($"{DescribeToken()} is reserved and cannot be used for an enum value.");
            }

            var name = ParseName();
            var directives = ParseDirectives(isConstant: true);
            values.Add(new EnumValueDefinitionNode(name, description, directives, From(start)));
        }
        while (!Skip(TokenKind.RightBrace));
        return [.. values];
    }
}
