using System.Collections;
using System.Reflection;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>What C# says of a value: its type, whether it may be null, and the items of a list.</summary>
/// <param name="Type">The type; the underlying one of a nullable value type.</param>
/// <param name="IsNullable">Whether null is allowed; reference types without annotations allow it.</param>
/// <param name="Element">The items' shape; null where it is no list.</param>
internal sealed record ClrShape(Type Type, bool IsNullable, ClrShape? Element)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The type without lists.</summary>
    public Type Core => Element is null ? Type : Element.Core;

    public static ClrShape Of(MemberInfo member)
    {
        lock (Nullability)
        {
            return member switch
            {
                PropertyInfo property => Of(property.PropertyType, Nullability.Create(property)),
                MethodInfo method => Of(method.ReturnType, Nullability.Create(method.ReturnParameter)),
                _ => throw new ArgumentException($"{member} has no value.", nameof(member)),
            };
        }
    }

    public static ClrShape Of(ParameterInfo parameter)
    {
        lock (Nullability)
        {
            return Of(parameter.ParameterType, Nullability.Create(parameter));
        }
    }

    public static ClrShape Of(Type type) => Of(type, null);

    /// <summary>Whether values of a type are written as a list.</summary>
    public static Type? ElementType(Type type)
    {
        if (type == typeof(string) || typeof(IDictionary).IsAssignableFrom(type))
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetElementType();
        }

        var sequences = type.GetInterfaces().Prepend(type)
            .Where(contract => contract.IsGenericType
                && (contract.GetGenericTypeDefinition() == typeof(IEnumerable<>) || contract.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)))
            .Select(contract => contract.GetGenericArguments()[0])
            .Distinct()
            .ToList();
        return sequences is [var element] && !(element.IsGenericType && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)) ? element : null;
    }

    /// <summary>The type inside a generic type, where it is one of some definitions.</summary>
    public ClrShape? Unwrap(params ReadOnlySpan<Type> definitions) =>
        Type.IsGenericType && definitions.Contains(Type.GetGenericTypeDefinition()) ? Argument(0) : null;

    /// <summary>A generic argument of the type.</summary>
    public ClrShape Argument(int index) =>
        Arguments is not null && index < Arguments.Count ? Arguments[index] : Of(Type.GetGenericArguments()[index]);

    private IReadOnlyList<ClrShape>? Arguments { get; init; }

    private static ClrShape Of(Type type, NullabilityInfo? info)
    {
        var arguments = info?.GenericTypeArguments ?? [];
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, arguments.Length == 1 ? arguments[0] : null) with { IsNullable = true };
        }

        var isNullable = !type.IsValueType && info is not null && info.ReadState != NullabilityState.NotNull;
        ClrShape? element = null;
        if (ElementType(type) is { } elementType)
        {
            var elementInfo = info?.ElementType ?? (arguments.Length == 1 && arguments[0].Type == elementType ? arguments[0] : null);
            element = Of(elementType, elementInfo);
        }

        return new ClrShape(type, isNullable, element) { Arguments = [.. arguments.Select(argument => Of(argument.Type, argument))] };
    }
}
