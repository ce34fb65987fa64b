using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>Leaves that resolvers write without boxing them answer as if they were completed like any other value.</summary>
public sealed class LeafTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder
        .AddQueryType(typeof(Query))
        .BindRuntimeType<Weight, WeightType>()
        .BindRuntimeType<Label>(StringType.Instance)
        .AddTypeConverter<Label, string>(label => label.Text!));

    [Theory]
    [InlineData("text", "\"a \\\"b\\\" ñ\"")]
    [InlineData("noText", "null")]
    [InlineData("number", "-2147483648")]
    [InlineData("noNumber", "null")]
    [InlineData("perhapsNumber", "7")]
    [InlineData("big", "9223372036854775807")]
    [InlineData("truth", "true")]
    [InlineData("size", "\"VERY_LARGE\"")]
    [InlineData("noSize", "null")]
    [InlineData("perhapsSize", "\"SMALL\"")]
    [InlineData("instant", "\"2026-11-22T10:42:00.5Z\"")]
    [InlineData("noInstant", "null")]
    [InlineData("identity", "\"0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f\"")]
    [InlineData("weight", "\"12 kg\"")]
    [InlineData("noWeight", "null")]
    [InlineData("label", "\"fragile\"")]
    [InlineData("noLabel", "null")]
    [InlineData("emptyLabel", "null")]
    [InlineData("later", "5")]
    public async Task A_leaf_is_written_as_its_type_says(string field, string json) =>
        Assert.Equal($$$"""{"data":{"{{{field}}}":{{{json}}}}}""", await Fixture.ExecuteAsync($"{{ {field} }}"));

    [Theory]
    [InlineData("unknownSize", "SizeOf")]
    [InlineData("brokenWeight", "brokenWeight")]
    [InlineData("brokenText", "brokenText")]
    [InlineData("missingText", "missingText")]
    public async Task A_leaf_that_fails_leaves_nothing_behind(string field, string mention)
    {
        var response = await Fixture.ExecuteAsync($"{{ before: number inner {{ {field} }} after: number }}");

        Assert.StartsWith("""{"data":{"before":-2147483648,"inner":null,"after":-2147483648},"errors":[{""", response, StringComparison.Ordinal);
        Assert.Contains(mention, response, StringComparison.Ordinal);
        Assert.Contains($"\"path\":[\"inner\",\"{field}\"]", response, StringComparison.Ordinal);
    }

    public enum SizeOf
    {
        Small,
        VeryLarge,
    }

    public readonly record struct Weight(int Kilograms);

    public sealed record Label(string? Text);

    public sealed class WeightType() : StringScalarType<Weight>("Weight")
    {
        protected override bool TryParse(string text, out Weight value)
        {
            value = default;
            return false;
        }

        protected override string Format(Weight value) => value.Kilograms >= 0 ? $"{value.Kilograms} kg" : throw new InvalidOperationException("Nothing weighs that.");
    }

    public sealed record Inner(SizeOf UnknownSize, Weight BrokenWeight, string MissingText)
    {
        public string BrokenText => MissingText ?? throw new InvalidOperationException("secret");
    }

    public static class Query
    {
        public static string Text => "a \"b\" ñ";

        public static string? NoText => null;

        public static int Number => int.MinValue;

        public static int? NoNumber => null;

        public static int? PerhapsNumber => 7;

        public static long Big => long.MaxValue;

        public static bool Truth => true;

        public static SizeOf Size => SizeOf.VeryLarge;

        public static SizeOf? NoSize => null;

        public static SizeOf? PerhapsSize => SizeOf.Small;

        public static DateTimeOffset Instant => new(2026, 11, 22, 12, 42, 0, 500, TimeSpan.FromHours(2));

        public static DateTimeOffset? NoInstant => null;

        public static Guid Identity => Guid.Parse("0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f");

        public static Weight Weight => new(12);

        public static Weight? NoWeight => null;

        public static Label Label => new("fragile");

        public static Label? NoLabel => null;

        public static Label? EmptyLabel => new(Text: null);

        public static Task<int> LaterAsync() => Task.FromResult(5);

        public static Inner? Inner => new((SizeOf)9, new Weight(-1), null!);
    }
}
