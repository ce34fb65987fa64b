using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>What the schema knows about the node that a walk has reached. Null stands for what is unknown or does not apply.</summary>
internal sealed class TypeInfo
{
    /// <summary>The composite type on which the current selection is made.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>The type of the current field, operation or fragment.</summary>
    public IType? OutputType { get; set; }

    /// <summary>The current field's definition.</summary>
    public OutputField? Field { get; set; }

    /// <summary>The current directive's definition.</summary>
    public DirectiveType? Directive { get; set; }

    /// <summary>The current argument's definition.</summary>
    public InputValue? Argument { get; set; }

    /// <summary>The type that the current value must have; inside a list, its items' type.</summary>
    public IType? InputType { get; set; }

    /// <summary>The type that the value around the current one must have.</summary>
    public IType? ParentInputType { get; set; }

    /// <summary>The input object type whose field the current value is, and not an item of a list in between.</summary>
    public InputObjectType? InputObject { get; set; }

    /// <summary>The default of the current argument or input field.</summary>
    public ValueNode? DefaultValue { get; set; }
}
