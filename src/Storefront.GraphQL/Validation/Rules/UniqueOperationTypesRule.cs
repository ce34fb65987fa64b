using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Each kind of operation has one root type (section 3.3.1).</summary>
internal sealed class UniqueOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Root-Operation-Types";

    /// <inheritdoc/>
    public override void EnterDocument(DocumentNode node)
    {
        var defined = new Dictionary<OperationType, OperationTypeDefinitionNode>();
        foreach (var root in node.Definitions.OfType<SchemaDefinitionNode>().SelectMany(schema => schema.OperationTypes))
        {
            var operation = root.Operation.ToString().ToLowerInvariant();
            if (Context.Schema?.GetRootType(root.Operation) is not null)
            {
                Report($"Type for {operation} already defined in the schema. It cannot be redefined.", root);
            }
            else if (!defined.TryAdd(root.Operation, root))
            {
                Report($"There can be only one {operation} type in schema.", defined[root.Operation], root);
            }
        }
    }
}
