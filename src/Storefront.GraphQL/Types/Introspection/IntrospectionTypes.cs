using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Introspection;

/// <summary>The types of introspection (section 4.2): the same instances in every schema.</summary>
public static partial class IntrospectionTypes
{
    private static readonly ObjectType DirectiveTypeOfSchema = Define("__Directive", typeof(DirectiveType),
        "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.");

    private static readonly ObjectType EnumValueType = Define("__EnumValue", typeof(EnumValue),
        "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string.");

    private static readonly ObjectType FieldType = Define("__Field", typeof(OutputField),
        "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.");

    private static readonly ObjectType InputValueType = Define("__InputValue", typeof(InputValue),
        "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.");

    private static readonly EnumType TypeKindType = DefineEnum("__TypeKind", "An enum describing what kind of type a given `__Type` is.",
        ("SCALAR", TypeKind.Scalar, "Indicates this type is a scalar."),
        ("OBJECT", TypeKind.Object, "Indicates this type is an object. `fields` and `interfaces` are valid fields."),
        ("INTERFACE", TypeKind.Interface, "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields."),
        ("UNION", TypeKind.Union, "Indicates this type is a union. `possibleTypes` is a valid field."),
        ("ENUM", TypeKind.Enum, "Indicates this type is an enum. `enumValues` is a valid field."),
        ("INPUT_OBJECT", TypeKind.InputObject, "Indicates this type is an input object. `inputFields` is a valid field."),
        ("LIST", TypeKind.List, "Indicates this type is a list. `ofType` is a valid field."),
        ("NON_NULL", TypeKind.NonNull, "Indicates this type is a non-null. `ofType` is a valid field."));

    private static readonly EnumType LocationType = DefineEnum(
        "__DirectiveLocation",
        "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.",
        [
            (DirectiveLocation.Query, DirectiveLocation.Query, "Location adjacent to a query operation."),
            (DirectiveLocation.Mutation, DirectiveLocation.Mutation, "Location adjacent to a mutation operation."),
            (DirectiveLocation.Subscription, DirectiveLocation.Subscription, "Location adjacent to a subscription operation."),
            (DirectiveLocation.Field, DirectiveLocation.Field, "Location adjacent to a field."),
            (DirectiveLocation.FragmentDefinition, DirectiveLocation.FragmentDefinition, "Location adjacent to a fragment definition."),
            (DirectiveLocation.FragmentSpread, DirectiveLocation.FragmentSpread, "Location adjacent to a fragment spread."),
            (DirectiveLocation.InlineFragment, DirectiveLocation.InlineFragment, "Location adjacent to an inline fragment."),
            (DirectiveLocation.VariableDefinition, DirectiveLocation.VariableDefinition, "Location adjacent to a variable definition."),
            (DirectiveLocation.Schema, DirectiveLocation.Schema, "Location adjacent to a schema definition."),
            (DirectiveLocation.Scalar, DirectiveLocation.Scalar, "Location adjacent to a scalar definition."),
            (DirectiveLocation.Object, DirectiveLocation.Object, "Location adjacent to an object type definition."),
            (DirectiveLocation.FieldDefinition, DirectiveLocation.FieldDefinition, "Location adjacent to a field definition."),
            (DirectiveLocation.ArgumentDefinition, DirectiveLocation.ArgumentDefinition, "Location adjacent to an argument definition."),
            (DirectiveLocation.Interface, DirectiveLocation.Interface, "Location adjacent to an interface definition."),
            (DirectiveLocation.Union, DirectiveLocation.Union, "Location adjacent to a union definition."),
            (DirectiveLocation.Enum, DirectiveLocation.Enum, "Location adjacent to an enum definition."),
            (DirectiveLocation.EnumValue, DirectiveLocation.EnumValue, "Location adjacent to an enum value definition."),
            (DirectiveLocation.InputObject, DirectiveLocation.InputObject, "Location adjacent to an input object type definition."),
            (DirectiveLocation.InputFieldDefinition, DirectiveLocation.InputFieldDefinition, "Location adjacent to an input object field definition."),
        ]);

    static IntrospectionTypes()
    {
        DefineSchema();
        DefineType();
        DefineField();
        DefineInputValue();
        DefineEnumValue();
        DefineDirective();
    }

    /// <summary><c>__Schema</c>; its values are <see cref="Types.Schema"/>.</summary>
    public static ObjectType Schema { get; } = Define("__Schema", typeof(Schema),
        "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.");

    /// <summary><c>__Type</c>; its values are <see cref="IType"/>.</summary>
    public static ObjectType Type { get; } = Define("__Type", typeof(IType),
        "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.");

    /// <summary>All of them, by which schema documents may mean them.</summary>
    internal static IReadOnlyList<NamedType> All => [Schema, Type, TypeKindType, FieldType, InputValueType, EnumValueType, DirectiveTypeOfSchema, LocationType];

    private static IType Text => StringType.Instance;

    private static IType RequiredText => new NonNullType(StringType.Instance);

    private static IType Truth => new NonNullType(BooleanType.Instance);

    private static ObjectType Define(string name, Type runtimeType, string description) =>
        new(name) { Description = description, IsSpecified = true, RuntimeType = runtimeType };

    private static EnumType DefineEnum(string name, string description, params (string Name, object Value, string Description)[] values)
    {
        var type = new EnumType(name) { Description = description, IsSpecified = true, RuntimeType = values[0].Value.GetType() };
        foreach (var value in values)
        {
            type.Values.Add(new EnumValue(value.Name, value.Value) { Description = value.Description });
        }

        return type;
    }

    private static OutputField Add<TParent>(ObjectType type, string name, IType fieldType, Func<TParent, IResolverContext, object?> resolve)
    {
        var field = new OutputField(name, fieldType) { Resolver = new PureResolver(context => resolve(context.Parent<TParent>(), context)) };
        type.Fields.Add(field);
        return field;
    }

    private static void WithDeprecated(OutputField field) =>
        field.Arguments.Add(new InputValue("includeDeprecated", new NonNullType(BooleanType.Instance)) { DefaultValue = new BooleanValueNode(false) });

    private static bool IsShown(IResolverContext context, string? deprecationReason) =>
        deprecationReason is null || context.ArgumentValue<bool>("includeDeprecated");

    private static ListType List(IType type) => new(new NonNullType(type));

    private static NonNullType RequiredList(IType type) => new(List(type));

    private static TypeKind KindOf(IType type) => type switch
    {
        NonNullType => TypeKind.NonNull,
        ListType => TypeKind.List,
        _ => ((NamedType)type).Kind,
    };

    private static object Boxed(TypeKind kind) => TypeKindType.Values[(int)kind].RuntimeValue;

    // In the order of their definition, which a set does not keep.
    private static List<ObjectType>? PossibleTypes(IType type, Schema schema) => type switch
    {
        UnionType union => union.Types,
        InterfaceType contract => [.. schema.Types.OfType<ObjectType>().Where(candidate => candidate.Interfaces.Contains(contract))],
        _ => null,
    };
}
