using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>Finds the variables used in one definition, with the types expected where they stand.</summary>
internal sealed class VariableUsageCollector : ValidationRule
{
    private readonly List<VariableUsage> usages = [];
    private readonly TypeInfo types = new();

    private VariableUsageCollector(ValidationContext context)
        : base(context)
    {
    }

    /// <inheritdoc/>
    public override string Section => "sec-Validation.Variables";

    /// <summary>The usages in an operation or fragment itself, without the fragments that it spreads.</summary>
    public static List<VariableUsage> Collect(ValidationContext context, Schema? schema, DefinitionNode definition)
    {
        var collector = new VariableUsageCollector(context);
        new DocumentWalker(schema, collector.types, [collector]).WalkSelections(definition);
        return collector.usages;
    }

    /// <inheritdoc/>
    public override void EnterValue(ValueNode node)
    {
        if (node is VariableNode variable)
        {
            usages.Add(new VariableUsage(variable, types.InputType, types.DefaultValue, types.InputObject));
        }
    }
}
