namespace Storefront.GraphQL.Language;

/// <content>Definitions and extensions of a type system (section 3).</content>
public ref partial struct Utf8GraphQLParser
{
    /// <summary>Parses a definition of a type system; null when the token in hand begins none.</summary>
    private DefinitionNode? ParseTypeSystemDefinition(StringValueNode? description, Mark start)
    {
        if (SkipKeyword("schema"u8))
        {
            var directives = ParseDirectives(isConstant: true);
            return new SchemaDefinitionNode(description, directives, ParseOperationTypes(), isExtension: false, From(start));
        }

        if (SkipKeyword("directive"u8))
        {
            return ParseDirectiveDefinition(description, start);
        }

        return ParseTypeDefinition(description, isExtension: false, start);
    }

    private DefinitionNode ParseTypeSystemExtension(Mark start)
    {
        if (!SkipKeyword("schema"u8))
        {
            return ParseTypeDefinition(description: null, isExtension: true, start) ?? throw Unexpected();
        }

        var directives = ParseDirectives(isConstant: true);
        OperationTypeDefinitionNode[] operationTypes = Peek(TokenKind.LeftBrace) ? ParseOperationTypes() : [];
        RefuseEmptyExtension(isExtension: true, directives.Length + operationTypes.Length);
        return new SchemaDefinitionNode(null, directives, operationTypes, isExtension: true, From(start));
    }

    private TypeDefinitionNode? ParseTypeDefinition(StringValueNode? description, bool isExtension, Mark start) =>
        SkipKeyword("scalar"u8) ? ParseScalar(description, isExtension, start)
        : SkipKeyword("type"u8) ? ParseObjectType(description, isExtension, start)
        : SkipKeyword("interface"u8) ? ParseInterfaceType(description, isExtension, start)
        : SkipKeyword("union"u8) ? ParseUnion(description, isExtension, start)
        : SkipKeyword("enum"u8) ? ParseEnum(description, isExtension, start)
        : SkipKeyword("input"u8) ? ParseInputObject(description, isExtension, start)
        : null;

    private ScalarTypeDefinitionNode ParseScalar(StringValueNode? description, bool isExtension, Mark start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        RefuseEmptyExtension(isExtension, directives.Length);
        return new ScalarTypeDefinitionNode(name, description, directives, isExtension, From(start));
    }

    private ObjectTypeDefinitionNode ParseObjectType(StringValueNode? description, bool isExtension, Mark start)
    {
        var name = ParseName();
        var interfaces = ParseImplementedInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RefuseEmptyExtension(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new ObjectTypeDefinitionNode(name, description, directives, interfaces, fields, isExtension, From(start));
    }

    private InterfaceTypeDefinitionNode ParseInterfaceType(StringValueNode? description, bool isExtension, Mark start)
    {
        var name = ParseName();
        var interfaces = ParseImplementedInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RefuseEmptyExtension(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new InterfaceTypeDefinitionNode(name, description, directives, interfaces, fields, isExtension, From(start));
    }

    private UnionTypeDefinitionNode ParseUnion(StringValueNode? description, bool isExtension, Mark start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        NamedTypeNode[] types = Skip(TokenKind.Equal) ? ParseNamedTypes(TokenKind.Pipe) : [];
        RefuseEmptyExtension(isExtension, directives.Length + types.Length);
        return new UnionTypeDefinitionNode(name, description, directives, types, isExtension, From(start));
    }

    private EnumTypeDefinitionNode ParseEnum(StringValueNode? description, bool isExtension, Mark start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ParseEnumValues();
        RefuseEmptyExtension(isExtension, directives.Length + values.Length);
        return new EnumTypeDefinitionNode(name, description, directives, values, isExtension, From(start));
    }

    private InputObjectTypeDefinitionNode ParseInputObject(StringValueNode? description, bool isExtension, Mark start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputValues(TokenKind.LeftBrace, TokenKind.RightBrace);
        RefuseEmptyExtension(isExtension, directives.Length + fields.Length);
        return new InputObjectTypeDefinitionNode(name, description, directives, fields, isExtension, From(start));
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(StringValueNode? description, Mark start)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.LeftParenthesis, TokenKind.RightParenthesis);
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        Skip(TokenKind.Pipe);
        var locations = new List<NameNode>();
        do
        {
            if (Peek(TokenKind.Name) && !DirectiveLocation.All.Contains(lexer.Value!))
            {
                throw UnexpectedName();
            }

            locations.Add(ParseName());
        }
        while (Skip(TokenKind.Pipe));
        return new DirectiveDefinitionNode(name, description, arguments, isRepeatable, [.. locations], From(start));
    }
}
