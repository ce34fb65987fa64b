using System.Reflection;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Types.Inference;

/// <content>Which members of a class become fields, and what is said of them.</content>
internal sealed partial class SchemaInference
{
    private void FillComplex(ComplexType target, Type type)
    {
        var applying = extensions.Where(extension => extension.AppliesTo(target)).ToList();
        var hidden = applying.SelectMany(extension => extension.Ignored)
            .Concat(applying.SelectMany(extension => extension.Class.GetMembers(PublicMembers)).Select(member => member.GetCustomAttribute<BindMemberAttribute>()?.Name))
            .ToHashSet();
        var description = applying.Select(extension => extension.Description).FirstOrDefault(text => text is not null);
        var ancestors = new List<Type>();
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType) && at != typeof(Exception); at = at.BaseType)
        {
            ancestors.Insert(0, at);
        }

        var ownMembers = (type.IsInterface ? type.GetInterfaces().Append(type) : ancestors)
            .SelectMany(ancestor => ancestor.GetMembers(PublicMembers).OrderBy(PlaceInSource))
            .Where(member => !hidden.Contains(member.Name))
            .GroupBy(member => (member.Name, member is MethodInfo))
            .Select(group => group.Last());
        foreach (var member in ownMembers.Where(member => IsOwnField(member, description)))
        {
            var told = description?.Fields.GetValueOrDefault(member.Name);
            if (told is not { IsIgnored: true } && (told is not null || description is not { IsExplicit: true }))
            {
                Put(target, CreateField(new FieldSource(target, type, type), member, told));
            }
        }

        foreach (var extension in applying)
        {
            extension.IsUsed = true;
            AddMembers(target, extension.Class, type, extension);
        }
    }

    private void AddMembers(ComplexType target, Type @class, Type? parent, TypeExtension? extension)
    {
        foreach (var member in @class.GetMembers(PublicMembers).Where(IsField).OrderBy(PlaceInSource))
        {
            if (member.IsDefined(typeof(NodeResolverAttribute)) && extension is not null)
            {
                continue;
            }

            var source = new FieldSource(target, @class, parent);
            Put(target, target.Name switch
            {
                OperationTypeNames.Mutation when parent is null => CreateMutationField(source, member),
                OperationTypeNames.Subscription when parent is null => CreateSubscriptionField(source, member),
                _ => CreateField(source, member, null),
            });
        }
    }

    private static void Put(ComplexType target, OutputField? field)
    {
        if (field is not null)
        {
            target.Fields.Set(field);
        }
    }

    // Methods of classes that know nothing of GraphQL are no fields: they would pull the domain's behaviour into the schema.
    private static bool IsOwnField(MemberInfo member, Descriptors.ObjectTypeDescription? description) =>
        IsField(member) && !IsStatic(member) && (member is PropertyInfo
            || description?.Fields.ContainsKey(member.Name) is true
            || member.DeclaringType!.GetCustomAttributes(false).Any(IsVocabulary)
            || member.GetCustomAttributes(false).Any(IsVocabulary));

    // Properties and methods are numbered apart, getters and methods together.
    private static int PlaceInSource(MemberInfo member) => (member as PropertyInfo)?.GetMethod?.MetadataToken ?? member.MetadataToken;

    private static bool IsVocabulary(object attribute) => attribute.GetType().Namespace == typeof(GraphQLNameAttribute).Namespace;

    private static bool IsStatic(MemberInfo member) =>
        member is MethodInfo { IsStatic: true } or PropertyInfo { GetMethod.IsStatic: true };

    private static bool IsField(MemberInfo member) => !member.IsDefined(typeof(GraphQLIgnoreAttribute)) && member switch
    {
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0,
        MethodInfo method => !method.IsSpecialName && !method.IsGenericMethodDefinition && !method.Name.Contains('<', StringComparison.Ordinal)
            && method.Name is not ("ToString" or "Equals" or "GetHashCode" or "GetType" or "Deconstruct" or "CompareTo" or "Configure" or "Dispose" or "DisposeAsync")
            && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef)
            && !IsSubscribeMethod(method),
        _ => false,
    };

    private static bool IsSubscribeMethod(MethodInfo method) =>
        method.DeclaringType!.GetMethods(PublicMembers).Any(other => other.GetCustomAttribute<SubscribeAttribute>()?.With == method.Name);

    private static string? DescriptionOf(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? XmlDocumentation.Summary(member);

    private static string? DeprecationOf(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLDeprecatedAttribute), false).OfType<GraphQLDeprecatedAttribute>().FirstOrDefault()?.Reason
        ?? (member.GetCustomAttributes(typeof(ObsoleteAttribute), false).OfType<ObsoleteAttribute>().FirstOrDefault() is { } obsolete
            ? obsolete.Message ?? SpecifiedDirectives.DefaultDeprecationReason
            : null);

    private sealed record FieldSource(ComplexType Owner, Type Class, Type? Parent);
}
