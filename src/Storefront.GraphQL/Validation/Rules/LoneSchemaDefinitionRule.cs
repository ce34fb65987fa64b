using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>There is one schema definition at most, and none where a schema is extended (section 3.3).</summary>
internal sealed class LoneSchemaDefinitionRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Schema";

    /// <inheritdoc/>
    public override void EnterDocument(DocumentNode node)
    {
        var definitions = node.Definitions.OfType<SchemaDefinitionNode>().Where(schema => !schema.IsExtension).ToList();
        if (Context.Schema is { QueryType: not null } or { MutationType: not null } or { SubscriptionType: not null })
        {
            foreach (var definition in definitions)
            {
                Report("Cannot define a new schema within a schema extension.", definition);
            }

            return;
        }

        foreach (var definition in definitions.Skip(1))
        {
            Report("Must provide only one schema definition.", definition);
        }
    }
}
