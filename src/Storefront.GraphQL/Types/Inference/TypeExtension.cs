using System.Reflection;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>A class with more fields of a type.</summary>
internal sealed class TypeExtension(Type @class, string? targetName, Type? targetType, IReadOnlyList<string> ignored)
{
    public Type Class { get; } = @class;

    public string? TargetName { get; set; } = targetName;

    public Type? TargetType { get; } = targetType;

    public IReadOnlyList<string> Ignored { get; } = ignored;

    /// <summary>The type's name, where the class gives it one.</summary>
    public string? NewName { get; private init; }

    /// <summary>Whether the class describes exactly its target, rather than everything that derives from it.</summary>
    public bool IsExact { get; private init; }

    public ObjectTypeDescription? Description { get; private init; }

    public bool IsUsed { get; set; }

    public static IEnumerable<TypeExtension> Of(Type type)
    {
        foreach (var attribute in type.GetCustomAttributes<ExtendObjectTypeAttribute>())
        {
            yield return new TypeExtension(type, attribute.Name, attribute.ExtendsType, attribute.IgnoreProperties);
        }

        foreach (var attribute in type.GetCustomAttributes<InterfaceTypeAttribute>().Where(attribute => attribute.GetType().IsGenericType))
        {
            yield return new TypeExtension(type, null, attribute.GetType().GetGenericArguments()[0], []) { NewName = attribute.Name };
        }

        foreach (var attribute in type.GetCustomAttributes<ObjectTypeAttribute>().Where(attribute => attribute.GetType().IsGenericType))
        {
            var target = attribute.GetType().GetGenericArguments()[0];
            var description = Configure(type, target);
            yield return new TypeExtension(type, null, target, [])
            {
                NewName = description?.TypeName ?? attribute.Name,
                IsExact = !target.IsAbstract && !target.IsInterface,
                Description = description,
            };
        }
    }

    public bool AppliesTo(NamedType type) =>
        TargetName is not null ? TargetName == type.Name
        : type.RuntimeType is { } runtimeType && (IsExact ? runtimeType == TargetType : TargetType!.IsAssignableFrom(runtimeType));

    private static ObjectTypeDescription? Configure(Type type, Type target)
    {
        var method = type.GetMethod(
            "Configure",
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic,
            [typeof(IObjectTypeDescriptor<>).MakeGenericType(target)]);
        if (method is null)
        {
            return null;
        }

        var descriptor = (ObjectTypeDescription)Activator.CreateInstance(typeof(ObjectTypeDescriptor<>).MakeGenericType(target))!;
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [descriptor], null);
        return descriptor;
    }
}
