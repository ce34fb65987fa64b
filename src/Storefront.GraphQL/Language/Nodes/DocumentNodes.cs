namespace Storefront.GraphQL.Language;

/// <summary>A name (section 2.1.9).</summary>
public sealed class NameNode(string value, Location? location = null) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Name;

    /// <summary>The name itself.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A document: a request's operations and fragments, or a schema's definitions (section 2.2).</summary>
public sealed class DocumentNode(IReadOnlyList<DefinitionNode> definitions, Location? location = null) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Document;

    /// <summary>At least one definition, in the order of the source.</summary>
    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>What may stand at the top of a document (section 2.2).</summary>
public abstract class DefinitionNode(Location? location) : SyntaxNode(location);

/// <summary>The three kinds of operation (section 2.3).</summary>
public enum OperationType
{
    /// <summary>A read without side effects.</summary>
    Query,

    /// <summary>A write followed by a read.</summary>
    Mutation,

    /// <summary>A long-lived request that answers to events.</summary>
    Subscription,
}

/// <summary>An operation (section 2.3); without a name where it is anonymous or in the shorthand form.</summary>
public sealed class OperationDefinitionNode(
    OperationType operation,
    NameNode? name,
    IReadOnlyList<VariableDefinitionNode> variableDefinitions,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    StringValueNode? description = null,
    Location? location = null) : DefinitionNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationDefinition;

    /// <summary>Query, mutation or subscription.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>The name; null when anonymous.</summary>
    public NameNode? Name { get; } = name;

    /// <summary>The variables that the operation declares.</summary>
    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;

    /// <summary>The directives on the operation.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <summary>What is selected on the root.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;

    /// <summary>The description before the operation; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;
}

/// <summary>A variable's declaration (section 2.10).</summary>
public sealed class VariableDefinitionNode(
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives,
    StringValueNode? description = null,
    Location? location = null) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.VariableDefinition;

    /// <summary>The variable.</summary>
    public VariableNode Variable { get; } = variable;

    /// <summary>Its type.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>The constant used when no value is given; null when there is none.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>The directives on the variable.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <summary>The description before the variable; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;
}

/// <summary>A selection set (section 2.4); never empty when parsed.</summary>
public sealed class SelectionSetNode(IReadOnlyList<SelectionNode> selections, Location? location = null) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SelectionSet;

    /// <summary>The selections in order.</summary>
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment (section 2.4).</summary>
public abstract class SelectionNode(IReadOnlyList<DirectiveNode> directives, Location? location) : SyntaxNode(location)
{
    /// <summary>The directives on the selection.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A selected field (section 2.5).</summary>
public sealed class FieldNode(
    NameNode? alias,
    NameNode name,
    IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode? selectionSet,
    Location? location = null) : SelectionNode(directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Field;

    /// <summary>The alias (section 2.7); null when there is none.</summary>
    public NameNode? Alias { get; } = alias;

    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments given.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    /// <summary>What is selected on the field's value; null on leaves.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key under which the field's value stands in the response.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>An argument of a field or directive (section 2.6).</summary>
public sealed class ArgumentNode(NameNode name, ValueNode value, Location? location = null) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Argument;

    /// <summary>The argument's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The value given.</summary>
    public ValueNode Value { get; } = value;
}

/// <summary>A directive where it is applied (section 2.12).</summary>
public sealed class DirectiveNode(NameNode name, IReadOnlyList<ArgumentNode> arguments, Location? location = null) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Directive;

    /// <summary>The directive's name, without the at sign.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments given.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}
