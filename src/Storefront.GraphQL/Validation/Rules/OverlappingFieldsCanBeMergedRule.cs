using Storefront.GraphQL.Language;
using Storefront.GraphQL.Validation.FieldMerging;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>
/// Fields of one response name can be merged (section 5.3.2). <see cref="FieldMerger"/> decides in time that grows with the fields, not
/// with their pairs; only what it refuses is compared in pairs to say why.
/// </summary>
internal sealed class OverlappingFieldsCanBeMergedRule : ValidationRule
{
    private readonly FieldCollector collector;
    private readonly FieldMerger merger;
    private readonly ConflictExplainer explainer;
    private (SelectedField Left, SelectedField Right)? unexplained;
    private bool reported;

    /// <summary>Prepares the rule for one document.</summary>
    public OverlappingFieldsCanBeMergedRule(ValidationContext context)
        : base(context)
    {
        collector = new FieldCollector(context);
        merger = new FieldMerger(context, collector);
        explainer = new ConflictExplainer(collector, context.Options.MaxErrors + 1);
    }

    /// <inheritdoc/>
    public override string Section => "sec-Field-Selection-Merging";

    /// <inheritdoc/>
    public override void EnterSelectionSet(SelectionSetNode node, SyntaxNode parent)
    {
        // An inline fragment's fields are among those of the set around it, and a lone field or spread has nothing to conflict with.
        if (parent is InlineFragmentNode || node.Selections is [FieldNode or FragmentSpreadNode])
        {
            return;
        }

        var selection = collector.Collect(node, Types.ParentType);
        if (merger.FindConflict(selection) is not { } conflict)
        {
            return;
        }

        unexplained ??= conflict;
        foreach (var explanation in explainer.Explain(selection))
        {
            Report(explanation);
        }
    }

    /// <inheritdoc/>
    public override void LeaveDocument(DocumentNode node)
    {
        // The pairs of a hostile document are too many to be compared, but it stays refused.
        if (!reported && unexplained is var (left, right))
        {
            Report(FieldConflict.Between(left, right, "they differ in field, arguments or type"));
        }
    }

    private void Report(FieldConflict conflict)
    {
        reported = true;
        Report(
            $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
            conflict.Left.Concat(conflict.Right));
    }
}
