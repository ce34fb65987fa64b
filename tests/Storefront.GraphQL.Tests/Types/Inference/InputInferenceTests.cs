using System.Collections.Immutable;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Types.Inference;

public sealed class InputInferenceTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder.AddQueryType(typeof(Query)));

    [Fact]
    public void Records_and_classes_are_input_types_with_their_defaults()
    {
        Assert.Equal(
            "input BoxInput {\n  width: Int!\n  height: Int! = 2\n  kind: Kind! = VERY_BIG\n  label: String\n  inner: BoxInput\n  tags: [String!]! = [\"x\"]\n  sizes: [[Int]!]\n}",
            Fixture.Print("BoxInput"));
        Assert.Equal("input Settings {\n  name: String!\n  size: Float = 1.5\n  note: String\n}", Fixture.Print("Settings"));
        Assert.Equal("input PickInput @oneOf {\n  number: Int\n  name: String\n}", Fixture.Print("PickInput"));
    }

    [Fact]
    public void Defaults_of_parameters_are_defaults_of_arguments() =>
        Assert.Contains("box(box: BoxInput!, filter: BoxInput = {width: 5}, kind: Kind = VERY_BIG, more: [Kind!]): String!", Fixture.Print("Query"), StringComparison.Ordinal);

    [Fact]
    public async Task A_record_is_made_of_what_was_given_and_its_defaults() => Assert.Equal(
        """{"data":{"box":"1x2 VeryBig (3x4 Small  [a]) [x] 5"}}""",
        await Fixture.ExecuteAsync("{ box(box: { width: 1, inner: { width: 3, height: 4, kind: SMALL, tags: [\"a\"] } }) }"));

    [Fact]
    public async Task Variables_and_literals_make_the_same_value() => Assert.Equal(
        """{"data":{"box":"1x2 VeryBig  [x] 7"}}""",
        await Fixture.ExecuteAsync("query($box: BoxInput!, $width: Int!) { box(box: $box, filter: { width: $width }) }", new { box = new { width = 1 }, width = 7 }));

    [Fact]
    public async Task Properties_that_were_not_given_keep_their_own_value() => Assert.Equal(
        """{"data":{"settings":"n 1.5 absent","again":"n 2 null"}}""",
        await Fixture.ExecuteAsync("{ settings(settings: { name: \"n\" }) again: settings(settings: { name: \"n\", size: 2, note: null }) }"));

    [Fact]
    public async Task One_field_of_several_is_given() => Assert.Equal(
        """{"data":{"pick":"number 3"}}""",
        await Fixture.ExecuteAsync("{ pick(by: { number: 3 }) }"));

    public enum Kind
    {
        Small,
        VeryBig,
    }

    public sealed record BoxInput(
        int Width,
        int Height = 2,
        Kind Kind = Kind.VeryBig,
        string? Label = null,
        BoxInput? Inner = null,
        [property: DefaultValueSyntax("[\"x\"]")] ImmutableArray<string> Tags = default,
        IReadOnlyList<List<int?>>? Sizes = null)
    {
        public override string ToString() => $"{Width}x{Height} {Kind} {(Inner is null ? Label : $"({Inner})")} [{string.Join(' ', Tags)}]";
    }

    [InputObjectType("Settings")]
    public sealed class Settings
    {
        public required string Name { get; set; }

        [DefaultValue(1.5)]
        public double? Size { get; init; }

        public Optional<string?> Note { get; set; }

        public string Derived => Name;
    }

    [OneOf]
    public sealed record Pick(int? Number, string? Name);

    public static class Query
    {
        public static string Box(BoxInput box, [DefaultValueSyntax("{ width: 5 }")] BoxInput? filter, Kind? kind = Kind.VeryBig, HashSet<Kind>? more = null) =>
            $"{box} {filter?.Width}";

        public static string Settings(Settings settings) =>
            $"{settings.Name} {settings.Size?.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(settings.Note.HasValue ? settings.Note.Value ?? "null" : "absent")}";

        public static string Pick(Pick by) => by.Number is { } number ? $"number {number}" : $"name {by.Name}";
    }
}
