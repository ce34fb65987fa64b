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
}
