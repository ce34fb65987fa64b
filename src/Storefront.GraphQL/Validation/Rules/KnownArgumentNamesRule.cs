using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Arguments given to fields and directives are defined (section 5.4.1).</summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : KnownArgumentNamesOnDirectivesRule(context)
{
    private bool inDirective;

    /// <inheritdoc/>
    public override void EnterArgument(ArgumentNode node)
    {
        if (inDirective || Types is not { Argument: null, Field: { } field, ParentType: { } parent })
        {
            return;
        }

        var suggestion = Context.Suggest(node.Name.Value, field.Arguments.Select(argument => argument.Name));
        Report($"Unknown argument \"{node.Name.Value}\" on field \"{parent}.{field.Name}\".{suggestion}", node);
    }

    /// <inheritdoc/>
    public override void EnterDirective(DirectiveNode node, string location)
    {
        inDirective = true;
        base.EnterDirective(node, location);
    }

    /// <inheritdoc/>
    public override void LeaveDirective(DirectiveNode node) => inDirective = false;
}
