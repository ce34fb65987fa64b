using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Types;

public sealed class SchemaCoordinateTests
{
    private static readonly Schema Schema = SchemaBuilder.FromDocument("""
        directive @tag(name: String!) on FIELD_DEFINITION
        type Query { ticket(id: ID!): String find(by: By): Status }
        input By { number: Int }
        enum Status { OPEN DONE }
        """).Build();

    [Theory]
    [InlineData("Query", typeof(ObjectType))]
    [InlineData("Query.ticket", typeof(OutputField))]
    [InlineData("Query.ticket(id:)", typeof(InputValue))]
    [InlineData("By.number", typeof(InputValue))]
    [InlineData("Status.DONE", typeof(EnumValue))]
    [InlineData("@tag", typeof(DirectiveType))]
    [InlineData("@tag(name:)", typeof(InputValue))]
    public void A_coordinate_names_a_member_of_the_schema(string text, Type expected)
    {
        var coordinate = SchemaCoordinate.Parse(text);

        Assert.True(Schema.TryGetMember(coordinate, out var member));
        Assert.IsAssignableFrom(expected, member);
        Assert.Equal(text, coordinate.ToString());
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("Query.nothing")]
    [InlineData("Query.ticket(nothing:)")]
    [InlineData("Nothing.ticket(id:)")]
    [InlineData("By.number(id:)")]
    [InlineData("Status.CLOSED")]
    [InlineData("@nothing")]
    [InlineData("@tag(nothing:)")]
    public void What_the_schema_lacks_is_not_found(string text) => Assert.False(Schema.TryGetMember(SchemaCoordinate.Parse(text), out _));

    [Theory]
    [InlineData("")]
    [InlineData(".ticket")]
    [InlineData("Query.")]
    [InlineData("Query .ticket")]
    [InlineData("Query(id:)")]
    [InlineData("Query.ticket(id)")]
    [InlineData("Query.ticket(id:")]
    [InlineData("Query.ticket(id:).more")]
    [InlineData("Query.1")]
    [InlineData("@tag.name")]
    [InlineData("@")]
    public void What_is_no_coordinate_is_refused(string text)
    {
        Assert.False(SchemaCoordinate.TryParse(text, out _));
        Assert.Throws<FormatException>(() => SchemaCoordinate.Parse(text));
    }
}
