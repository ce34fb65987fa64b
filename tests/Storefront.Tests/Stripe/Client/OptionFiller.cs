using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using Storefront.Stripe;

namespace Storefront.Tests.Stripe.Client;

/// <summary>Makes options in which every property is set, nested ones too, so that each name and kind can be checked.</summary>
internal static class OptionFiller
{
    /// <summary><paramref name="alternative"/> chooses which of two types an <see cref="AnyOf{T1, T2}"/> gets: 0 or 1.</summary>
    public static BaseOptions Fill(Type type, int alternative) => (BaseOptions)Value(type, alternative);

    private static object Value(Type type, int alternative)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return "word";
        }

        if (type == typeof(long))
        {
            return 7L;
        }

        if (type == typeof(decimal))
        {
            return 7.5m;
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type == typeof(DateTimeOffset))
        {
            return DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        }

        if (type.IsSubclassOf(typeof(StringEnum)))
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)[^1].GetValue(null)!;
        }

        return type.IsGenericType ? Generic(type, alternative) : Properties(type, alternative);
    }

    private static object Generic(Type type, int alternative)
    {
        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(AnyOf<,>))
        {
            return type.GetConstructor([arguments[alternative]])!.Invoke([Value(arguments[alternative], alternative)]);
        }

        if (type.GetGenericTypeDefinition() == typeof(List<>))
        {
            var list = (IList)Activator.CreateInstance(type)!;
            list.Add(Value(arguments[0], alternative));
            return list;
        }

        var dictionary = (IDictionary)Activator.CreateInstance(type)!;
        dictionary.Add("key", Value(arguments[1], alternative));
        return dictionary;
    }

    private static object Properties(Type type, int alternative)
    {
        var options = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            property.SetValue(options, Value(property.PropertyType, alternative));
        }

        return options;
    }
}
