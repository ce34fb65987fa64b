using System.Reflection;
using System.Text;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>The GraphQL names of C# types and members.</summary>
internal static class Naming
{
    public static string TypeName(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>() is { } named)
        {
            return named.Name;
        }

        var explicitName = type.GetCustomAttributes<ObjectTypeAttribute>().Select(attribute => attribute.Name)
            .Concat(type.GetCustomAttributes<InterfaceTypeAttribute>().Select(attribute => attribute.Name))
            .Append(type.GetCustomAttribute<UnionTypeAttribute>()?.Name)
            .FirstOrDefault(name => name is not null);
        if (explicitName is not null)
        {
            return explicitName;
        }

        var name = Plain(type);
        return type.IsInterface && name is ['I', var second, ..] && char.IsUpper(second) ? name[1..] : name;
    }

    public static string InputTypeName(Type type)
    {
        var explicitName = type.GetCustomAttribute<InputObjectTypeAttribute>()?.Name ?? type.GetCustomAttribute<GraphQLNameAttribute>()?.Name;
        var name = explicitName ?? Plain(type);
        return explicitName is not null || name.EndsWith("Input", StringComparison.Ordinal) ? name : $"{name}Input";
    }

    public static string ErrorTypeName(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>() is { } named)
        {
            return named.Name;
        }

        var name = Plain(type);
        name = name.EndsWith("Exception", StringComparison.Ordinal) ? name[..^"Exception".Length] : name;
        return name.EndsWith("Error", StringComparison.Ordinal) ? name : $"{name}Error";
    }

    public static string FieldName(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } named)
        {
            return named.Name;
        }

        var name = member.Name;
        if (member is MethodInfo)
        {
            name = name is ['G', 'e', 't', var next, ..] && char.IsUpper(next) ? name[3..] : name;
            name = name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name;
        }

        return CamelCase(name);
    }

    public static string ArgumentName(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? CamelCase(parameter.Name!);

    public static string EnumValueName(FieldInfo value) =>
        value.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? UpperSnakeCase(value.Name);

    /// <summary>A leading run of capitals is one word: <c>ID</c> gives <c>id</c>, <c>URLOfPage</c> gives <c>urlOfPage</c>.</summary>
    public static string CamelCase(string name)
    {
        var capitals = name.TakeWhile(char.IsUpper).Count();
        var lowered = capitals <= 1 || capitals == name.Length ? capitals : capitals - 1;
        return string.Concat(name[..lowered].ToLowerInvariant(), name[lowered..]);
    }

    public static string PascalCase(string name) => string.Concat(name[..1].ToUpperInvariant(), name[1..]);

    /// <summary><c>InProgress</c> gives <c>IN_PROGRESS</c>, <c>HTTPError</c> gives <c>HTTP_ERROR</c>.</summary>
    public static string UpperSnakeCase(string name)
    {
        if (name.All(character => !char.IsLower(character)))
        {
            return name;
        }

        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var begins = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            _ = begins ? text.Append('_') : text;
            text.Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }

    private static string Plain(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}Of{string.Join("And", type.GetGenericArguments().Select(TypeName))}" : name;
    }
}
