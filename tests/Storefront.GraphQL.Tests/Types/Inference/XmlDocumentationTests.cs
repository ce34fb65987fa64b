using Storefront.GraphQL.DependencyInjection;

namespace Storefront.GraphQL.Tests.Types.Inference;

public sealed class XmlDocumentationTests
{
    private static readonly SchemaFixture Fixture = new(builder => builder.AddQueryType(typeof(Query)));

    [Fact]
    public void Documentation_comments_describe_types_fields_arguments_and_values()
    {
        Assert.Equal(
            """""
            """A lamp, see `Query`."""
            type Lamp {
              """How bright, in lumen."""
              brightness: Int!

              """
              Where it hangs.

              Never null.
              """
              place: String!
            }
            """"".ReplaceLineEndings("\n"),
            Fixture.Print("Lamp"));
        Assert.Contains("  \"\"\"Finds a lamp.\"\"\"\n  lamp(\n    \"\"\"From 1.\"\"\"\n    number: Int!\n\n    \"\"\"Which.\"\"\"\n    lights: [Light!]\n  ): Lamp!", Fixture.Print("Query"), StringComparison.Ordinal);
        Assert.Contains("  \"\"\"Warm light.\"\"\"\n  WARM", Fixture.Print("Light"), StringComparison.Ordinal);
    }

    /// <summary>A lamp, see <see cref="Query"/>.</summary>
    /// <param name="Brightness">How bright, in lumen.</param>
    public sealed record Lamp(int Brightness)
    {
        /// <summary>
        /// Where it
        /// hangs.
        /// <para>Never null.</para>
        /// </summary>
        public string Place { get; init; } = string.Empty;
    }

    /// <summary>Light.</summary>
    public enum Light
    {
        /// <summary>Warm light.</summary>
        Warm,
    }

    public static class Query
    {
        /// <summary>Finds a lamp.</summary>
        /// <param name="number">From 1.</param>
        /// <param name="lights">Which.</param>
        public static Lamp Lamp(int number, IReadOnlyList<Light>? lights) => new(number + (lights?.Count ?? 0));
    }
}
