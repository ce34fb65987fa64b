using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Introspection;

/// <content>The fields of each type, in the order of section 4.2.</content>
public static partial class IntrospectionTypes
{
    private static void DefineSchema()
    {
        Add<Schema>(Schema, "description", Text, (schema, _) => schema.Description);
        Add<Schema>(Schema, "types", RequiredList(Type), (schema, _) => schema.Types).Description = "A list of all types supported by this server.";
        Add<Schema>(Schema, "queryType", new NonNullType(Type), (schema, _) => schema.QueryType).Description = "The type that query operations will be rooted at.";
        Add<Schema>(Schema, "mutationType", Type, (schema, _) => schema.MutationType).Description = "If this server supports mutation, the type that mutation operations will be rooted at.";
        Add<Schema>(Schema, "subscriptionType", Type, (schema, _) => schema.SubscriptionType).Description = "If this server support subscription, the type that subscription operations will be rooted at.";
        Add<Schema>(Schema, "directives", RequiredList(DirectiveTypeOfSchema), (schema, _) => schema.Directives).Description = "A list of all directives supported by this server.";
    }

    private static void DefineType()
    {
        Add<IType>(Type, "kind", new NonNullType(TypeKindType), (type, _) => Boxed(KindOf(type)));
        Add<IType>(Type, "name", Text, (type, _) => (type as NamedType)?.Name);
        Add<IType>(Type, "description", Text, (type, _) => (type as NamedType)?.Description);
        Add<IType>(Type, "specifiedByURL", Text, (type, _) => (type as ScalarType)?.SpecifiedByUrl);
        WithDeprecated(Add<IType>(Type, "fields", List(FieldType), (type, context) =>
            (type as ComplexType)?.Fields.Where(field => IsShown(context, field.DeprecationReason)).ToList()));
        Add<IType>(Type, "interfaces", List(Type), (type, _) => (type as ComplexType)?.Interfaces);
        Add<IType>(Type, "possibleTypes", List(Type), (type, context) => PossibleTypes(type, context.Schema));
        WithDeprecated(Add<IType>(Type, "enumValues", List(EnumValueType), (type, context) =>
            (type as EnumType)?.Values.Where(value => IsShown(context, value.DeprecationReason)).ToList()));
        WithDeprecated(Add<IType>(Type, "inputFields", List(InputValueType), (type, context) =>
            (type as InputObjectType)?.Fields.Where(field => IsShown(context, field.DeprecationReason)).ToList()));
        Add<IType>(Type, "ofType", Type, (type, _) => type switch
        {
            NonNullType nonNull => nonNull.Nullable,
            ListType list => list.ElementType,
            _ => null,
        });
        Add<IType>(Type, "isOneOf", BooleanType.Instance, (type, _) => type is InputObjectType input ? Boxes.Of(input.IsOneOf) : null);
    }

    private static void DefineField()
    {
        Add<OutputField>(FieldType, "name", RequiredText, (field, _) => field.Name);
        Add<OutputField>(FieldType, "description", Text, (field, _) => field.Description);
        WithDeprecated(Add<OutputField>(FieldType, "args", RequiredList(InputValueType), (field, context) =>
            field.Arguments.Where(argument => IsShown(context, argument.DeprecationReason)).ToList()));
        Add<OutputField>(FieldType, "type", new NonNullType(Type), (field, _) => field.Type);
        Add<OutputField>(FieldType, "isDeprecated", Truth, (field, _) => Boxes.Of(field.DeprecationReason is not null));
        Add<OutputField>(FieldType, "deprecationReason", Text, (field, _) => field.DeprecationReason);
    }

    private static void DefineInputValue()
    {
        Add<InputValue>(InputValueType, "name", RequiredText, (input, _) => input.Name);
        Add<InputValue>(InputValueType, "description", Text, (input, _) => input.Description);
        Add<InputValue>(InputValueType, "type", new NonNullType(Type), (input, _) => input.Type);
        Add<InputValue>(InputValueType, "defaultValue", Text, (input, _) => EffectiveDefault.Print(input)).Description =
            "A GraphQL-formatted string representing the default value for this input value.";
        Add<InputValue>(InputValueType, "isDeprecated", Truth, (input, _) => Boxes.Of(input.DeprecationReason is not null));
        Add<InputValue>(InputValueType, "deprecationReason", Text, (input, _) => input.DeprecationReason);
    }

    private static void DefineEnumValue()
    {
        Add<EnumValue>(EnumValueType, "name", RequiredText, (value, _) => value.Name);
        Add<EnumValue>(EnumValueType, "description", Text, (value, _) => value.Description);
        Add<EnumValue>(EnumValueType, "isDeprecated", Truth, (value, _) => Boxes.Of(value.DeprecationReason is not null));
        Add<EnumValue>(EnumValueType, "deprecationReason", Text, (value, _) => value.DeprecationReason);
    }

    private static void DefineDirective()
    {
        Add<DirectiveType>(DirectiveTypeOfSchema, "name", RequiredText, (directive, _) => directive.Name);
        Add<DirectiveType>(DirectiveTypeOfSchema, "description", Text, (directive, _) => directive.Description);
        Add<DirectiveType>(DirectiveTypeOfSchema, "isRepeatable", Truth, (directive, _) => Boxes.Of(directive.IsRepeatable));
        Add<DirectiveType>(DirectiveTypeOfSchema, "locations", RequiredList(LocationType), (directive, _) => directive.Locations);
        WithDeprecated(Add<DirectiveType>(DirectiveTypeOfSchema, "args", RequiredList(InputValueType), (directive, context) =>
            directive.Arguments.Where(argument => IsShown(context, argument.DeprecationReason)).ToList()));
    }
}
