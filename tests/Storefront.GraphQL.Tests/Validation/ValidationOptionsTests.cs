using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Tests.Validation;

public class ValidationOptionsTests
{
    [Fact]
    public void Errors_beyond_the_limit_are_replaced_by_one_that_says_so()
    {
        var errors = ValidationSchema.Validate("{ a b c d }", new ValidationOptions { MaxErrors = 2 });

        Assert.Equal(3, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[2].Message);
    }

    [Fact]
    public void Names_are_suggested_only_where_asked_for()
    {
        Assert.DoesNotContain("Did you mean", ValidationSchema.Validate("{ numbr }", ValidationOptions.Default)[0].Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"number\"?", ValidationSchema.Validate("{ numbr }", new ValidationOptions { Suggestions = true })[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Introspection_can_be_switched_off_but_for_type_names()
    {
        var options = new ValidationOptions { AllowIntrospection = false };

        Assert.Empty(ValidationSchema.Errors("{ __typename }", options));
        Assert.Equal(
            [
                "NoSchemaIntrospection: GraphQL introspection has been disabled, but the requested query contained the field \"__schema\". @ 1:3",
                "NoSchemaIntrospection: GraphQL introspection has been disabled, but the requested query contained the field \"__type\". @ 1:31",
            ],
            ValidationSchema.Errors("{ __schema { types { name } } __type(name: \"A\") { name } }", options));
    }

    [Fact]
    public void Errors_carry_the_code_and_the_section_of_the_specification()
    {
        var error = Assert.Single(ValidationSchema.Validate("{ bench }"));

        Assert.Equal("GRAPHQL_VALIDATION_FAILED", error.Code);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections", error.Extensions?["specifiedBy"]);
    }

    [Fact]
    public void Introspection_does_not_multiply_lists_by_lists()
    {
        Assert.Empty(ValidationSchema.Errors("{ __schema { types { fields { type { fields { name } } } } } }"));
        Assert.Equal(
            ["MaxIntrospectionDepth: Maximum introspection depth exceeded @ 1:3"],
            ValidationSchema.Errors("{ __schema { types { ...F } } } fragment F on __Type { fields { type { fields { type { interfaces { name } } } } } }"));
    }

    [Fact]
    public void Every_field_through_which_introspection_goes_too_deep_is_named()
    {
        Assert.Equal(
            ["MaxIntrospectionDepth: Maximum introspection depth exceeded @ 1:3", "MaxIntrospectionDepth: Maximum introspection depth exceeded @ 1:31"],
            ValidationSchema.Errors("{ __schema { types { ...F } } __type(name: \"A\") { ...F } } fragment F on __Type { fields { type { fields { type { interfaces { name } } } } } }"));
    }
}
