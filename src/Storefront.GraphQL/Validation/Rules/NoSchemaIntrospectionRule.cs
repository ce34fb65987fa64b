using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Where introspection is not allowed, <c>__schema</c> and <c>__type</c> are not selected (section 4.1 leaves this to the server).</summary>
internal sealed class NoSchemaIntrospectionRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Schema-Introspection";

    /// <inheritdoc/>
    public override void EnterField(FieldNode node)
    {
        if (!Context.Options.AllowIntrospection && node.Name.Value is ("__schema" or "__type"))
        {
            Report($"GraphQL introspection has been disabled, but the requested query contained the field \"{node.Name.Value}\".", node);
        }
    }
}
