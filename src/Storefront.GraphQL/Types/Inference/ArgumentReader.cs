using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>What compiled resolvers call to read arguments.</summary>
internal static class ArgumentReader
{
    public static Optional<T> Optional<T>(IResolverContext context, string name) =>
        context.HasArgument(name) ? new Optional<T>(context.ArgumentValue<T>(name)) : default;

    /// <summary>A field of an input object that holds a mutation's parameters.</summary>
    public static T? Field<T>(IResolverContext context, string input, string name, Func<object, object?>? convert) =>
        Fields(context, input).TryGetValue(name, out var value) ? Convert<T>(value, convert) : default;

    /// <summary>A field of an input object that may be absent.</summary>
    public static Optional<T> OptionalField<T>(IResolverContext context, string input, string name, Func<object, object?>? convert) =>
        Fields(context, input).TryGetValue(name, out var value) ? new Optional<T>(Convert<T>(value, convert)) : default;

    /// <summary>A property of an input object; the fallback where it was not given.</summary>
    public static T? Read<T>(Dictionary<string, object?> fields, string name, Func<object, object?>? convert, T? fallback) =>
        fields.TryGetValue(name, out var value) ? Convert<T>(value, convert) : fallback;

    /// <summary>A property of an input object that may be absent.</summary>
    public static Optional<T> ReadOptional<T>(Dictionary<string, object?> fields, string name, Func<object, object?>? convert) =>
        fields.TryGetValue(name, out var value) ? new Optional<T>(Convert<T>(value, convert)) : default;

    private static Dictionary<string, object?> Fields(IResolverContext context, string input) =>
        (Dictionary<string, object?>)context.Arguments[input]!;

    private static T? Convert<T>(object? value, Func<object, object?>? convert) =>
        value is null ? default : (T?)(convert is null ? value : convert(value));
}
