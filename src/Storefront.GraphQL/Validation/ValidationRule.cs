using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation;

/// <summary>
/// A rule during the validation of one document. A walk calls it for the nodes in the order of the source; a rule overrides what
/// it cares about and keeps its own state.
/// </summary>
internal abstract class ValidationRule(ValidationContext context)
{
    /// <summary>The rule's name in errors: the class's without its suffix.</summary>
    public string Name => GetType().Name[..^"Rule".Length];

    /// <summary>The anchor of the rule's section in the specification.</summary>
    public abstract string Section { get; }

    /// <summary>The document, the schema and what all rules share.</summary>
    protected ValidationContext Context { get; } = context;

    /// <summary>What the schema knows about the current node.</summary>
    protected TypeInfo Types => Context.Types;

    /// <summary>Before the first definition.</summary>
    public virtual void EnterDocument(DocumentNode node)
    {
    }

    /// <summary>Behind the last definition.</summary>
    public virtual void LeaveDocument(DocumentNode node)
    {
    }

    /// <summary>Before an operation's variables.</summary>
    public virtual void EnterOperation(OperationDefinitionNode node)
    {
    }

    /// <summary>Behind an operation's selections.</summary>
    public virtual void LeaveOperation(OperationDefinitionNode node)
    {
    }

    /// <summary>Before a variable's type and default.</summary>
    public virtual void EnterVariableDefinition(VariableDefinitionNode node)
    {
    }

    /// <summary>Before a named fragment's selections.</summary>
    public virtual void EnterFragmentDefinition(FragmentDefinitionNode node)
    {
    }

    /// <summary>Before the selections; <paramref name="parent"/> is the operation, field or fragment.</summary>
    public virtual void EnterSelectionSet(SelectionSetNode node, SyntaxNode parent)
    {
    }

    /// <summary>Before a field's arguments.</summary>
    public virtual void EnterField(FieldNode node)
    {
    }

    /// <summary>Behind a field's selections.</summary>
    public virtual void LeaveField(FieldNode node)
    {
    }

    /// <summary>Before an argument's value.</summary>
    public virtual void EnterArgument(ArgumentNode node)
    {
    }

    /// <summary>Where a fragment is spread.</summary>
    public virtual void EnterFragmentSpread(FragmentSpreadNode node)
    {
    }

    /// <summary>Before an inline fragment's selections.</summary>
    public virtual void EnterInlineFragment(InlineFragmentNode node)
    {
    }

    /// <summary>Before the directives of <paramref name="parent"/>, if it has any.</summary>
    public virtual void EnterDirectives(IReadOnlyList<DirectiveNode> nodes, SyntaxNode parent)
    {
    }

    /// <summary>Before a directive's arguments, at a place of <see cref="DirectiveLocation"/>.</summary>
    public virtual void EnterDirective(DirectiveNode node, string location)
    {
    }

    /// <summary>Behind a directive's arguments.</summary>
    public virtual void LeaveDirective(DirectiveNode node)
    {
    }

    /// <summary>Before what a value contains.</summary>
    public virtual void EnterValue(ValueNode node)
    {
    }

    /// <summary>Behind what a value contains.</summary>
    public virtual void LeaveValue(ValueNode node)
    {
    }

    /// <summary>Before the value of an input object's field.</summary>
    public virtual void EnterObjectField(ObjectFieldNode node)
    {
    }

    /// <summary>Where a type is named, in <paramref name="definition"/>.</summary>
    public virtual void EnterNamedType(NamedTypeNode node, DefinitionNode definition)
    {
    }

    /// <summary>Adds an error that points at some nodes.</summary>
    protected void Report(string message, params IEnumerable<SyntaxNode> nodes) => Context.Report(this, message, nodes);
}
