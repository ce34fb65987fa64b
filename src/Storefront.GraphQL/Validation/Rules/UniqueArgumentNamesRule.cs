using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>An argument is given once (section 5.4.2).</summary>
internal sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Argument-Uniqueness";

    /// <inheritdoc/>
    public override void EnterField(FieldNode node) => Check(node.Arguments);

    /// <inheritdoc/>
    public override void EnterDirective(DirectiveNode node, string location) => Check(node.Arguments);

    private void Check(IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var names in Duplicates.Find(arguments, static argument => argument.Name))
        {
            Report($"There can be only one argument named \"{names[0].Value}\".", names);
        }
    }
}
