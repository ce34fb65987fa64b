using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    [Fact]
    public void A_schema_prints_as_the_reference_prints_it()
    {
        const string source = """"
            """What there is."""
            schema {
              query: Root
            }

            """Marks."""
            directive @mark(
              """Which."""
              label: String! = "none"
              level: Int
            ) repeatable on FIELD | QUERY

            """
            The root of all reading, which has so much to say of itself that one line is not enough for it.
            """
            type Root implements Node & Named {
              id: ID!
              name(upper: Boolean! = false, sizes: [Int!] = [1, 2]): String

              """Gone."""
              old(
                """Which one."""
                which: Color = RED
                at: Size
              ): Int @deprecated(reason: "Use \"name\".")
              older: Int @deprecated
            }

            interface Node {
              id: ID!
            }

            interface Named implements Node {
              id: ID!
              name(upper: Boolean! = false, sizes: [Int!] = [1, 2]): String
            }

            """A colour."""
            enum Color {
              RED

              """Like the sky."""
              BLUE @deprecated
            }

            union Thing = Root | Other

            type Other {
              thing: Thing
              moment: Moment
            }

            input Size {
              width: Int! = 1

              """From the ground."""
              height: Int
            }

            input Pick @oneOf {
              a: Int
              b: String
            }

            scalar Moment @specifiedBy(url: "urn:moment")
            """";

        Assert.Equal(source, SchemaPrinter.Print(SchemaBuilder.FromDocument(source).Build()));
    }

    [Fact]
    public void Roots_with_their_usual_names_and_what_is_built_in_are_left_out()
    {
        Assert.Equal("type Query {\n  a: Int\n}", SchemaPrinter.Print(SchemaBuilder.FromDocument("type Query { a: Int }").Build()));
    }

    [Fact]
    public void The_roots_are_printed_where_another_type_has_a_root_s_usual_name()
    {
        const string source = "schema {\n  query: Query\n}\n\ntype Query {\n  a: Mutation\n}\n\ntype Mutation {\n  at: Int\n}";

        Assert.Equal(source, SchemaPrinter.Print(SchemaBuilder.FromDocument(source).Build()));
    }

    [Fact]
    public void Directives_are_printed_wherever_they_are_applied_unless_nobody_wants_them()
    {
        const string source = """
            directive @tag(names: [String!]) repeatable on SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION

            type Query implements Named @tag(names: ["a", "b"]) {
              name(long: Boolean = true @tag): String @deprecated(reason: "Old.") @tag @tag(names: [])
              any: Any
              kind: Kind
              moment(at: Size): Moment
            }

            interface Named @tag {
              name(long: Boolean = true): String @deprecated
            }

            union Any @tag = Query

            enum Kind @tag {
              A @tag
            }

            scalar Moment @specifiedBy(url: "urn:moment") @tag

            input Size @oneOf @tag {
              width: Int @deprecated @tag
            }
            """;
        var schema = SchemaBuilder.FromDocument(source).Build();

        Assert.Equal(source, SchemaPrinter.Print(schema));
        Assert.Equal("union Any = Query", SchemaPrinter.Print(schema.Types.Single(type => type.Name == "Any"), withDirectives: false));
        Assert.DoesNotContain(" @tag", SchemaPrinter.Print(schema, withDirectives: false)["directive @tag".Length..], StringComparison.Ordinal);
    }
}
