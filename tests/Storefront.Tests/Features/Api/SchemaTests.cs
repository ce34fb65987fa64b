using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Types;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Api;

/// <summary>The contract that third parties build on: <c>schema.graphql</c> at the repository's root is what the program serves.</summary>
public class SchemaTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Refresh = "UPDATE_SCHEMA";

    private static string FilePath => Path.Combine(Repository.Root, "schema.graphql");

    private Schema Schema => host.Services.GetRequiredService<Schema>();

    [Fact]
    public async Task The_schema_file_is_the_schema_that_is_served()
    {
        var printed = SchemaPrinter.Print(Schema).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Refresh) is "true" or "1")
        {
            await File.WriteAllTextAsync(FilePath, printed);
        }

        var written = File.Exists(FilePath) ? await File.ReadAllTextAsync(FilePath) : "";
        Assert.True(
            written.ReplaceLineEndings("\n") == printed,
            $"schema.graphql is not what the program serves. See that the change only adds or deprecates, then refresh it: {Refresh}=true tests/run --filter FullyQualifiedName~{nameof(SchemaTests)}");
    }

    [Fact]
    public void Everything_in_the_schema_is_described()
    {
        var missing = new List<string>();
        foreach (var type in Schema.Types.Where(type => !type.IsSpecified))
        {
            Look(type.Name, type.Description);
            switch (type)
            {
                case ComplexType complex:
                    foreach (var field in complex.Fields)
                    {
                        Look($"{type.Name}.{field.Name}", field.Description);
                        foreach (var argument in field.Arguments)
                        {
                            Look($"{type.Name}.{field.Name}({argument.Name})", argument.Description);
                        }
                    }

                    break;
                case InputObjectType input:
                    foreach (var field in input.Fields)
                    {
                        Look($"{type.Name}.{field.Name}", field.Description);
                    }

                    break;
                case EnumType enumeration:
                    foreach (var value in enumeration.Values)
                    {
                        Look($"{type.Name}.{value.Name}", value.Description);
                    }

                    break;
            }
        }

        Assert.True(missing.Count == 0, $"Not described: {string.Join(", ", missing)}");

        void Look(string place, string? description)
        {
            if (string.IsNullOrWhiteSpace(description))
            {
                missing.Add(place);
            }
        }
    }
}
