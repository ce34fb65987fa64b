namespace Storefront.GraphQL.Language;

/// <content>Names, values, types and directives as they are applied (sections 2.1.9 and 2.9 to 2.12).</content>
public ref partial struct Utf8GraphQLParser
{
    private NameNode ParseName()
    {
        var start = Here();
        var value = Peek(TokenKind.Name) ? lexer.Value! : null;
        Expect(TokenKind.Name);
        return new NameNode(value!, From(start));
    }

    private StringValueNode? ParseDescription() => PeekDescription() ? ParseString() : null;

    private StringValueNode ParseString()
    {
        var start = Here();
        var (value, isBlock) = (lexer.Value!, Peek(TokenKind.BlockString));
        Advance();
        return new StringValueNode(value, isBlock, From(start));
    }

    private VariableNode ParseVariable()
    {
        var start = Here();
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new VariableNode(name, From(start));
    }

    private ValueNode ParseValue(bool isConstant)
    {
        switch (lexer.Kind)
        {
            case TokenKind.LeftBracket:
                return ParseList(isConstant);
            case TokenKind.LeftBrace:
                return ParseObject(isConstant);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Integer or TokenKind.Float or TokenKind.Name:
                return ParseLiteral();
            case TokenKind.Dollar when isConstant:
                throw VariableInConstant();
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected();
        }
    }

    private ValueNode ParseLiteral()
    {
        var start = Here();
        var (kind, value) = (lexer.Kind, lexer.Value!);
        Advance();
        var location = From(start);
        return (kind, value) switch
        {
            (TokenKind.Integer, _) => new IntValueNode(value, location),
            (TokenKind.Float, _) => new FloatValueNode(value, location),
            (_, "true") => new BooleanValueNode(true, location),
            (_, "false") => new BooleanValueNode(false, location),
            (_, "null") => new NullValueNode(location),
            _ => new EnumValueNode(value, location),
        };
    }

    private SyntaxException VariableInConstant()
    {
        var start = Here();
        var unexpected = Unexpected();
        Expect(TokenKind.Dollar);
        return Peek(TokenKind.Name)
            ? new SyntaxException($"Unexpected variable \"${lexer.Value}\" in constant value.", start.Line, start.Column)
            : unexpected;
    }

    private ListValueNode ParseList(bool isConstant)
    {
        Descend();
        var start = Here();
        Expect(TokenKind.LeftBracket);
        var values = new List<ValueNode>();
        while (!Skip(TokenKind.RightBracket))
        {
            values.Add(ParseValue(isConstant));
        }

        depth--;
        return new ListValueNode([.. values], From(start));
    }

    private ObjectValueNode ParseObject(bool isConstant)
    {
        Descend();
        var start = Here();
        Expect(TokenKind.LeftBrace);
        var fields = new List<ObjectFieldNode>();
        while (!Skip(TokenKind.RightBrace))
        {
            var fieldStart = Here();
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConstant);
            fields.Add(new ObjectFieldNode(name, value, From(fieldStart)));
        }

        depth--;
        return new ObjectValueNode([.. fields], From(start));
    }

    private ArgumentNode[] ParseArguments(bool isConstant)
    {
        if (!Skip(TokenKind.LeftParenthesis))
        {
            return [];
        }

        var arguments = new List<ArgumentNode>();
        do
        {
            var start = Here();
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConstant);
            arguments.Add(new ArgumentNode(name, value, From(start)));
        }
        while (!Skip(TokenKind.RightParenthesis));
        return [.. arguments];
    }

    private DirectiveNode[] ParseDirectives(bool isConstant)
    {
        if (!Peek(TokenKind.At))
        {
            return [];
        }

        var directives = new List<DirectiveNode>();
        do
        {
            var start = Here();
            Expect(TokenKind.At);
            var name = ParseName();
            var arguments = ParseArguments(isConstant);
            directives.Add(new DirectiveNode(name, arguments, From(start)));
        }
        while (Peek(TokenKind.At));
        return [.. directives];
    }

    private TypeNode ParseType()
    {
        var start = Here();
        TypeNode type;
        if (Skip(TokenKind.LeftBracket))
        {
            Descend();
            var element = ParseType();
            Expect(TokenKind.RightBracket);
            depth--;
            type = new ListTypeNode(element, From(start));
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type, From(start)) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name, name.Location);
    }
}
