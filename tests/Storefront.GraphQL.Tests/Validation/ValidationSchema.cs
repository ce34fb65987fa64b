using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Tests.Validation;

/// <summary>The schema that the tests of rules share: a small workshop.</summary>
public static class ValidationSchema
{
    public const string Source =
        """
        directive @mark(note: String!, level: Int = 1) on QUERY | FIELD | VARIABLE_DEFINITION
        directive @tag(name: String) repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION
        scalar Json
        enum Unit { METRE FOOT }
        interface Item { id: ID! title(upper: Boolean = false): String }
        interface Tool implements Item { id: ID! title(upper: Boolean = false): String weight: Float }
        type Saw implements Item & Tool { id: ID! title(upper: Boolean = false): String weight: Float teeth: Int size: Int holder: Bench }
        type Plank implements Item { id: ID! title(upper: Boolean = false): String length(unit: Unit = METRE): Float size: Int! holder: Bench }
        type Bench { id: ID! name: String things(first: Int!, kinds: [Unit!]): [Thing!]! next: Bench }
        union Thing = Saw | Plank
        input Range { from: Int! to: Int = 10 unit: Unit }
        input Search { text: String ranges: [Range!] deep: Search }
        input Key @oneOf { id: ID name: String range: Range }
        type Query {
          item(id: ID!): Item
          tool: Tool
          saw: Saw
          thing: Thing
          bench: Bench
          find(search: Search, key: Key, need: Key! = {id: 1}, json: Json): [Item]
          number(value: Int! = 3): Int
          self: Query
        }
        type Mutation { add(name: String!): Bench }
        type Subscription { added: Bench removed(id: ID): Bench }
        """;

    /// <summary>The schema; every kind of operation has a root.</summary>
    public static Schema Schema { get; } = SchemaBuilder.FromDocument(Source).Build();

    /// <summary>The errors as "rule: message @ places", with suggestions.</summary>
    public static IEnumerable<string> Errors(string document, ValidationOptions? options = null) =>
        Validate(document, options).Select(error => $"{error.Rule}: {error.Message} @ {string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}"))}");

    /// <summary>The errors of a document.</summary>
    public static IReadOnlyList<GraphQLError> Validate(string document, ValidationOptions? options = null) =>
        DocumentValidator.Validate(Schema, Utf8GraphQLParser.Parse(document), options ?? new ValidationOptions { Suggestions = true });
}
