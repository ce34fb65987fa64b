using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Tests.Language;

public class ParserTests
{
    [Fact]
    public void An_operation_has_its_description_name_variables_directives_and_selections()
    {
        var document = Utf8GraphQLParser.Parse(
            """
            "What it reads." query Plans("How many." $first: [Int!]! = [1] @a, $b: B) @c(d: $b) { e: f(g: {h: [1.5 "i" null J true $b]}) @k { l } ...M ... on N { o } ... @p { q } }
            """);

        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(document.Definitions));
        Assert.Equal(("What it reads.", "Plans", OperationType.Query), (operation.Description?.Value, operation.Name?.Value, operation.Operation));
        Assert.Equal("How many.", operation.VariableDefinitions[0].Description?.Value);
        Assert.Equal("[Int!]!", SyntaxPrinter.Print(operation.VariableDefinitions[0].Type));
        Assert.Equal("a", Assert.Single(operation.VariableDefinitions[0].Directives).Name.Value);
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal(("e", "f"), (field.ResponseName, field.Name.Value));
        Assert.Equal("{h: [1.5, \"i\", null, J, true, $b]}", SyntaxPrinter.Print(field.Arguments[0].Value));
        Assert.Equal(
            [SyntaxKind.Field, SyntaxKind.FragmentSpread, SyntaxKind.InlineFragment, SyntaxKind.InlineFragment],
            operation.SelectionSet.Selections.Select(selection => selection.Kind));
    }

    [Fact]
    public void Every_definition_and_extension_of_a_type_system_is_read()
    {
        var document = Utf8GraphQLParser.Parse(
            """
            "d" schema @a { query: Q mutation: M }
            "d" scalar S @a
            "d" type T implements & I & J @a { "d" f("d" x: Int! = 1 @a): [Int] @a }
            "d" interface I implements J { f: Int }
            "d" union U @a = | T | V
            "d" enum E { "d" A @a B }
            "d" input N { "d" f: Int = 1 @a }
            "d" directive @a(x: Int) repeatable on | FIELD | OBJECT
            extend schema @b
            extend scalar S @b
            extend type T implements K
            extend interface I @b
            extend union U = W
            extend enum E { C }
            extend input N { g: Int }
            """);

        Assert.Equal(
            [
                SyntaxKind.SchemaDefinition, SyntaxKind.ScalarTypeDefinition, SyntaxKind.ObjectTypeDefinition, SyntaxKind.InterfaceTypeDefinition,
                SyntaxKind.UnionTypeDefinition, SyntaxKind.EnumTypeDefinition, SyntaxKind.InputObjectTypeDefinition, SyntaxKind.DirectiveDefinition,
                SyntaxKind.SchemaExtension, SyntaxKind.ScalarTypeExtension, SyntaxKind.ObjectTypeExtension, SyntaxKind.InterfaceTypeExtension,
                SyntaxKind.UnionTypeExtension, SyntaxKind.EnumTypeExtension, SyntaxKind.InputObjectTypeExtension,
            ],
            document.Definitions.Select(definition => definition.Kind));
        var type = Assert.IsType<ObjectTypeDefinitionNode>(document.Definitions[2]);
        Assert.Equal(["I", "J"], type.Interfaces.Select(contract => contract.Name.Value));
        Assert.True(Assert.IsType<DirectiveDefinitionNode>(document.Definitions[7]).IsRepeatable);
    }

    [Fact]
    public void Nodes_know_where_they_begin_and_end()
    {
        var document = Utf8GraphQLParser.Parse("# é\n{ a: b(c: \"é\")  d }");

        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal(new Location(5, 25, 2, 1), operation.Location);
        Assert.Equal(new Location(7, 20, 2, 3), operation.SelectionSet.Selections[0].Location);
        Assert.Equal(new Location(22, 23, 2, 17), operation.SelectionSet.Selections[1].Location);
    }

    [Fact]
    public void Keywords_are_names_where_a_name_is_expected()
    {
        var source = "query query {\n  fragment: type\n  on\n  true\n}\n\nfragment schema on on {\n  null\n}";

        Assert.Equal(source, SyntaxPrinter.Print(Utf8GraphQLParser.Parse(source)));
    }

    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{ }", "Expected Name, found \"}\".", 1, 3)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ a(b: ) }", "Unexpected \")\".", 1, 8)]
    [InlineData("query ($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("query ($a: Int @b(c: $a)) { a }", "Unexpected variable \"$a\" in constant value.", 1, 22)]
    [InlineData("fragment on on A { a }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("fragment A { a }", "Expected \"on\", found \"{\".", 1, 12)]
    [InlineData("notion { a }", "Unexpected Name \"notion\".", 1, 1)]
    [InlineData("\"d\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\"d\" extend type A @b", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("extend type A", "Unexpected <EOF>.", 1, 14)]
    [InlineData("enum A { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("directive @a on NOWHERE", "Unexpected Name \"NOWHERE\".", 1, 17)]
    [InlineData("type A { }", "Expected Name, found \"}\".", 1, 10)]
    public void Errors_name_the_token_and_where_it_stands(string source, string message, int line, int column)
    {
        var error = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse(source));

        Assert.Equal(($"Syntax Error: {message}", line, column), (error.Message, error.Line, error.Column));
        Assert.Equal(new SourceLocation(line, column), Assert.Single(error.ToError().Locations));
    }

    [Fact]
    public void Values_and_types_are_read_alone()
    {
        Assert.IsType<ListValueNode>(Utf8GraphQLParser.ParseValue("[1, $a]"));
        Assert.IsType<NonNullTypeNode>(Utf8GraphQLParser.ParseType("[Int]!"));
        Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.ParseValue("$a", isConstant: true));
        Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.ParseValue("1 2"));
        Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.ParseType("[Int"));
    }

    [Fact]
    public void Invalid_UTF_8_is_refused_where_it_stands()
    {
        var error = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse([(byte)'{', (byte)'\n', (byte)' ', 0xC3, 0x28]));

        Assert.Equal(("Syntax Error: Invalid UTF-8: unexpected byte 0xC3.", 2, 2), (error.Message, error.Line, error.Column));
    }

    [Fact]
    public void A_string_with_half_a_surrogate_pair_is_refused_where_it_stands()
    {
        var error = Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.Parse("{\n a(b: \"\uD83D\") }"));

        Assert.Equal(("Syntax Error: Invalid character: U+D83D.", 2, 8), (error.Message, error.Line, error.Column));
    }
}
