using System.Collections.Immutable;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Makes the list that a parameter or property takes from a coerced list.</summary>
internal static class ListConversion
{
    /// <returns>Null where the type is no list that can be made.</returns>
    public static Func<object, object?>? Create(Type type, Func<object, object?>? convert)
    {
        var element = ClrShape.ElementType(type)!;
        var name = type.IsAssignableFrom(element.MakeArrayType()) ? nameof(Array)
            : type.IsAssignableFrom(typeof(List<>).MakeGenericType(element)) ? nameof(List)
            : type.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(element)) ? nameof(Set)
            : type == typeof(ImmutableArray<>).MakeGenericType(element) ? nameof(Immutable)
            : null;
        return name is null
            ? null
            : (Func<object, object?>)typeof(ListConversion)
                .GetMethod(name, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(element).Invoke(null, [convert])!;
    }

    private static Func<object, object?> Array<T>(Func<object, object?>? convert) => value => Items<T>(value, convert).ToArray();

    private static Func<object, object?> List<T>(Func<object, object?>? convert) => value => Items<T>(value, convert).ToList();

    private static Func<object, object?> Set<T>(Func<object, object?>? convert) => value => Items<T>(value, convert).ToHashSet();

    private static Func<object, object?> Immutable<T>(Func<object, object?>? convert) => value => Items<T>(value, convert).ToImmutableArray();

    private static IEnumerable<T> Items<T>(object list, Func<object, object?>? convert) =>
        ((IEnumerable<object?>)list).Select(item => item is null ? default! : (T)(convert is null ? item : convert(item)!));
}
