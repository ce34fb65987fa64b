using System.Linq.Expressions;

namespace Storefront.GraphQL.Types.Descriptors;

/// <summary>
/// Describes the object type of a C# class that knows nothing of GraphQL, in a static method <c>Configure(IObjectTypeDescriptor&lt;T&gt;)</c> of a class
/// marked <c>[ObjectType&lt;T&gt;]</c> (section 3.6). Properties are fields unless they are left out; methods only where they are marked or named here.
/// </summary>
public interface IObjectTypeDescriptor<T>
{
    /// <summary>Names the type.</summary>
    IObjectTypeDescriptor<T> Name(string name);

    /// <summary>Describes the type.</summary>
    IObjectTypeDescriptor<T> Description(string description);

    /// <summary>Leaves out every member that is not named by <see cref="Field"/>.</summary>
    IObjectTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>Leaves out a member.</summary>
    IObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> member);

    /// <summary>Describes a member's field.</summary>
    IObjectFieldDescriptor Field(Expression<Func<T, object?>> member);
}

/// <summary>Describes a field (section 3.6).</summary>
public interface IObjectFieldDescriptor
{
    /// <summary>Names the field.</summary>
    IObjectFieldDescriptor Name(string name);

    /// <summary>Describes the field.</summary>
    IObjectFieldDescriptor Description(string description);

    /// <summary>Deprecates the field.</summary>
    IObjectFieldDescriptor Deprecated(string reason);

    /// <summary>Gives the field's type as written in a document, such as <c>[EmailAddress!]!</c>.</summary>
    IObjectFieldDescriptor Type(string type);

    /// <summary>What the field weighs in cost analysis, as <see cref="Attributes.CostAttribute"/> says it.</summary>
    IObjectFieldDescriptor Cost(double weight);

    /// <summary>How long the field's list is taken to be, as <see cref="Attributes.ListSizeAttribute"/> says it.</summary>
    IObjectFieldDescriptor ListSize(int assumedSize);

    /// <summary>Leaves the field out.</summary>
    IObjectFieldDescriptor Ignore();
}
