using System.Reflection;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

/// <content>Arguments and input fields: their types, defaults and what else is said of them.</content>
internal sealed partial class SchemaInference
{
    /// <summary>An argument or input field, and the conversion of its coerced value that is not null; null where it is right as it is.</summary>
    private (InputValue Value, Func<object, object?>? Convert) CreateInputValue(
        string name,
        ClrShape shape,
        IReadOnlyList<ICustomAttributeProvider> attributes,
        string place,
        ConstantDefault? constant,
        bool isNullable = false)
    {
        var optional = shape.Unwrap(typeof(Optional<>));
        shape = optional is null ? shape : optional with { IsNullable = true };
        var statesDefault = Attribute<DefaultValueAttribute>(attributes) is not null || Attribute<DefaultValueSyntaxAttribute>(attributes) is not null;
        if (isNullable || (constant is { Value: null } && !statesDefault))
        {
            shape = shape with { IsNullable = true };
        }

        var id = Attribute<IDAttribute>(attributes);
        var type = Attribute<GraphQLTypeAttribute>(attributes) is { } written ? Written(written.Type, place)
            : id is not null ? WithCore(shape, IdType.Instance)
            : Input(shape, place);
        if (Attribute<GraphQLNonNullTypeAttribute>(attributes) is not null && !type.IsNonNull)
        {
            type = new NonNullType(type);
        }

        var value = new InputValue(name, type)
        {
            DeprecationReason = attributes.Select(DeprecationOf).FirstOrDefault(reason => reason is not null),
            DefaultValue = DefaultOf(attributes, constant, place),
        };
        if (Attribute<CostAttribute>(attributes) is { } cost)
        {
            AddCost(value.Directives, cost);
        }

        return (value, Conversion(shape, type.NamedType, id, place));
    }

    private ValueNode? DefaultOf(IReadOnlyList<ICustomAttributeProvider> attributes, ConstantDefault? constant, string place)
    {
        var syntax = Attribute<DefaultValueSyntaxAttribute>(attributes);
        var stated = Attribute<DefaultValueAttribute>(attributes);
        var value = stated is null ? constant?.Value : stated.Value;
        if (syntax is null && stated is null && (value is null || value is DBNull))
        {
            return null;
        }

        try
        {
            return syntax is null ? ConstantValues.ToNode(value) : Utf8GraphQLParser.ParseValue(syntax.Syntax, isConstant: true);
        }
        catch (Exception exception) when (exception is ArgumentException or SyntaxException)
        {
            errors.Report($"{place} has no usable default value: {exception.Message}");
            return null;
        }
    }

    private static T? Attribute<T>(IReadOnlyList<ICustomAttributeProvider> providers)
        where T : Attribute =>
        providers.SelectMany(provider => provider.GetCustomAttributes(typeof(T), false)).OfType<T>().FirstOrDefault();

    private sealed record ConstantDefault(object? Value);
}
