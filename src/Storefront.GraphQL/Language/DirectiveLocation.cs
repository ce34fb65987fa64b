using System.Collections.Frozen;

namespace Storefront.GraphQL.Language;

/// <summary>The places where a directive may stand (section 3.13), by the names that documents use.</summary>
public static class DirectiveLocation
{
    /// <summary>On a query.</summary>
    public const string Query = "QUERY";

    /// <summary>On a mutation.</summary>
    public const string Mutation = "MUTATION";

    /// <summary>On a subscription.</summary>
    public const string Subscription = "SUBSCRIPTION";

    /// <summary>On a field of a selection set.</summary>
    public const string Field = "FIELD";

    /// <summary>On a fragment's definition.</summary>
    public const string FragmentDefinition = "FRAGMENT_DEFINITION";

    /// <summary>Where a fragment is spread.</summary>
    public const string FragmentSpread = "FRAGMENT_SPREAD";

    /// <summary>On an inline fragment.</summary>
    public const string InlineFragment = "INLINE_FRAGMENT";

    /// <summary>On a variable's definition.</summary>
    public const string VariableDefinition = "VARIABLE_DEFINITION";

    /// <summary>On a schema.</summary>
    public const string Schema = "SCHEMA";

    /// <summary>On a scalar type.</summary>
    public const string Scalar = "SCALAR";

    /// <summary>On an object type.</summary>
    public const string Object = "OBJECT";

    /// <summary>On a field of an object or interface type.</summary>
    public const string FieldDefinition = "FIELD_DEFINITION";

    /// <summary>On an argument of a field or directive.</summary>
    public const string ArgumentDefinition = "ARGUMENT_DEFINITION";

    /// <summary>On an interface type.</summary>
    public const string Interface = "INTERFACE";

    /// <summary>On a union type.</summary>
    public const string Union = "UNION";

    /// <summary>On an enum type.</summary>
    public const string Enum = "ENUM";

    /// <summary>On a value of an enum type.</summary>
    public const string EnumValue = "ENUM_VALUE";

    /// <summary>On an input object type.</summary>
    public const string InputObject = "INPUT_OBJECT";

    /// <summary>On a field of an input object type.</summary>
    public const string InputFieldDefinition = "INPUT_FIELD_DEFINITION";

    /// <summary>All of them: the executable ones, then the type system's.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        Query, Mutation, Subscription, Field, FragmentDefinition, FragmentSpread, InlineFragment, VariableDefinition,
        Schema, Scalar, Object, FieldDefinition, ArgumentDefinition, Interface, Union, Enum, EnumValue, InputObject, InputFieldDefinition);
}
