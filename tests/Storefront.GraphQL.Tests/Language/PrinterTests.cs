using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Tests.Language;

public class PrinterTests
{
    [Theory]
    [InlineData("query{a}", "{\n  a\n}")]
    [InlineData("query A($a:Int=1@b,$c:[D!]!)@e{f(g:$a,h:{i:1,j:[2]})@k{l}}", "query A($a: Int = 1 @b, $c: [D!]!) @e {\n  f(g: $a, h: {i: 1, j: [2]}) @k {\n    l\n  }\n}")]
    [InlineData("mutation{a:b}subscription S{c}", "mutation {\n  a: b\n}\n\nsubscription S {\n  c\n}")]
    [InlineData("{...A@b...on C@d{e}...{f}}fragment A on B@c{d}", "{\n  ...A @b\n  ... on C @d {\n    e\n  }\n  ... {\n    f\n  }\n}\n\nfragment A on B @c {\n  d\n}")]
    [InlineData("\"d\"query A($a:Int){b}", "\"d\"\nquery A($a: Int) {\n  b\n}")]
    [InlineData("query A(\"d\"$a:Int $b:Int){c}", "query A(\n\"d\"\n$a: Int\n$b: Int\n) {\n  c\n}")]
    [InlineData("{a(b:\"\"\"c\n d\"\"\")}", "{\n  a(b: \"\"\"\n  c\n  d\n  \"\"\")\n}")]
    [InlineData("schema@a{query:Q}", "schema @a {\n  query: Q\n}")]
    [InlineData("\"\"\"d\"\"\"type A implements B&C@d{\"e\"f(g:Int=1 h:Int):I!@j k(\"l\"m:N):O}", "\"\"\"d\"\"\"\ntype A implements B & C @d {\n  \"e\"\n  f(g: Int = 1, h: Int): I! @j\n  k(\n    \"l\"\n    m: N\n  ): O\n}")]
    [InlineData("union A=B|C enum D{E@f G}input H{i:J=null}", "union A = B | C\n\nenum D {\n  E @f\n  G\n}\n\ninput H {\n  i: J = null\n}")]
    [InlineData("directive@a(b:C)repeatable on FIELD|QUERY", "directive @a(b: C) repeatable on FIELD | QUERY")]
    [InlineData("extend schema@a extend type A{b:C}extend union D=E", "extend schema @a\n\nextend type A {\n  b: C\n}\n\nextend union D = E")]
    public void Documents_are_written_in_one_format(string source, string printed)
    {
        Assert.Equal(printed, SyntaxPrinter.Print(Utf8GraphQLParser.Parse(source)));
        Assert.Equal(printed, SyntaxPrinter.Print(Utf8GraphQLParser.Parse(printed)));
    }

    [Fact]
    public void Arguments_of_a_long_field_stand_on_lines_of_their_own()
    {
        var shortName = new string('a', 69);

        Assert.Equal($"{{\n  {shortName}(b: 1, c: 2)\n}}".Replace("(b: 1, c: 2)", "(bb: 1234)", StringComparison.Ordinal), Print($"{{{shortName}(bb:1234)}}"));
        Assert.Equal($"{{\n  {shortName}(\n    b: 1\n    c: 2\n  )\n}}", Print($"{{{shortName}(b:1 c:2)}}"));
    }

    [Fact]
    public void Strings_are_escaped_where_they_must_be()
    {
        Assert.Equal(@"""\"" \\ \n \t \u0001 \u007F é 😀""", SyntaxPrinter.PrintString("\" \\ \n \t \u0001 \u007F é 😀"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a\nb")]
    [InlineData(" a")]
    [InlineData("a\n  b\n c")]
    [InlineData("a\"")]
    [InlineData("a\\")]
    [InlineData("\"\"\"a\"\"\"")]
    [InlineData("a line that is so long that it is easier to read when it stands on a line of its own")]
    public void Block_strings_keep_their_value(string value)
    {
        var printed = SyntaxPrinter.Print(new StringValueNode(value, block: true));

        Assert.Equal(value, Assert.IsType<StringValueNode>(Utf8GraphQLParser.ParseValue(printed)).Value);
    }

    private static string Print(string source) => SyntaxPrinter.Print(Utf8GraphQLParser.Parse(source));
}
