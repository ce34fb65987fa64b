using System.Reflection;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Pagination;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    private const BindingFlags PublicMembers = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Dictionary<Type, NamedType> outputs = [];
    private readonly Dictionary<Type, EnumType> enums = [];

    private IType Output(ClrShape shape, string place)
    {
        IType type = shape.Element is null ? Output(shape.Type, place) : new ListType(Output(shape.Element, place));
        return shape.IsNullable ? type : new NonNullType(type);
    }

    private NamedType Output(Type type, string place)
    {
        if (scalars.TryGetValue(type, out var scalar))
        {
            return scalar;
        }

        if (type.IsEnum)
        {
            return Enumeration(type);
        }

        if (outputs.TryGetValue(type, out var known))
        {
            return known;
        }

        if (type == typeof(object) || type.IsPrimitive || type.IsPointer || typeof(Delegate).IsAssignableFrom(type) || type.IsGenericParameter
            || (type.Namespace is "System" && !typeof(Exception).IsAssignableFrom(type)) || ClrShape.ElementType(type) is not null || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) is true)
        {
            errors.Report($"{place} is of the C# type {type}, which has no GraphQL type; bind it to a scalar, change it or ignore the member.");
            return StringType.Instance;
        }

        if (type == typeof(PageInfo))
        {
            return PageInfoType();
        }

        return type.IsDefined(typeof(UnionTypeAttribute), false) ? CreateUnion(type)
            : type.IsInterface || type.IsAbstract ? CreateInterface(type)
            : CreateObject(type);
    }

    private EnumType Enumeration(Type type)
    {
        if (enums.TryGetValue(type, out var known))
        {
            return known;
        }

        var enumeration = new EnumType(Naming.TypeName(type)) { RuntimeType = type, Description = DescriptionOf(type) };
        enums.Add(type, enumeration);
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => !field.IsDefined(typeof(GraphQLIgnoreAttribute))))
        {
            enumeration.Values.Add(new EnumValue(Naming.EnumValueName(field), field.GetValue(null)!)
            {
                Description = DescriptionOf(field),
                DeprecationReason = DeprecationOf(field),
            });
        }

        AddCost(enumeration.Directives, type);
        types.Add(enumeration);
        return enumeration;
    }

    private ObjectType CreateObject(Type type)
    {
        var exact = extensions.FirstOrDefault(extension => extension.IsExact && extension.TargetType == type);
        return CreateObject(type, exact?.NewName ?? Naming.TypeName(type));
    }

    private ObjectType CreateObject(Type type, string name)
    {
        var exact = extensions.Where(extension => extension.IsExact && extension.TargetType == type).ToList();
        var target = new ObjectType(name)
        {
            RuntimeType = type,
            Description = exact.Select(extension => extension.Description?.TypeDescription).FirstOrDefault(text => text is not null) ?? DescriptionOf(type),
        };
        outputs[type] = target;
        types.Add(target);
        AddCost(target.Directives, type);
        unfinished.Enqueue(() => FillComplex(target, type));
        return target;
    }

    private InterfaceType CreateInterface(Type type)
    {
        var name = extensions.FirstOrDefault(extension => !extension.IsExact && extension.TargetType == type && extension.NewName is not null)?.NewName;
        var target = new InterfaceType(name ?? Naming.TypeName(type)) { RuntimeType = type, Description = DescriptionOf(type) };
        outputs[type] = target;
        types.Add(target);
        unfinished.Enqueue(() => FillComplex(target, type));
        foreach (var implementation in Implementations(type))
        {
            Output(implementation, $"The implementation {implementation.Name}");
        }

        return target;
    }

    private UnionType CreateUnion(Type type)
    {
        var union = new UnionType(Naming.TypeName(type)) { RuntimeType = type, Description = DescriptionOf(type) };
        outputs[type] = union;
        types.Add(union);
        foreach (var member in Implementations(type))
        {
            if (Output(member, $"The member {member.Name}") is ObjectType target)
            {
                union.Types.Add(target);
            }
        }

        return union;
    }

    private IEnumerable<Type> Implementations(Type type) =>
        type.Assembly.GetTypes().Concat(scanned).Concat(configuration.Types).Distinct()
            .Where(candidate => candidate is { IsAbstract: false, IsInterface: false, IsGenericTypeDefinition: false }
                && (candidate.IsPublic || candidate.IsNestedPublic || configuration.Assemblies.Contains(candidate.Assembly))
                && type.IsAssignableFrom(candidate)
                && !candidate.IsDefined(typeof(GraphQLIgnoreAttribute), false))
            .OrderBy(candidate => candidate.MetadataToken);

    private ObjectType? CreateRoot(string name, List<Type> classes)
    {
        var byName = extensions.Where(extension => extension.TargetName == name).ToList();
        if (classes.Count == 0 && byName.Count == 0)
        {
            return null;
        }

        var root = new ObjectType(name) { Description = configuration.RootDescriptions.GetValueOrDefault(name) };
        foreach (var type in classes.Distinct())
        {
            AddMembers(root, type, null, null);
        }

        foreach (var extension in byName)
        {
            extension.IsUsed = true;
            AddMembers(root, extension.Class, null, null);
        }

        return root;
    }

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

    private void LinkInterfaces()
    {
        var contracts = outputs.Values.OfType<InterfaceType>().ToList();
        foreach (var type in types.OfType<ComplexType>().Where(type => type.RuntimeType is not null))
        {
            type.Interfaces.AddRange(contracts.Where(contract =>
                !ReferenceEquals(contract, type) && contract.RuntimeType!.IsAssignableFrom(type.RuntimeType) && !type.Interfaces.Contains(contract)));
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

    /// <summary>A type as written in a document, of types that are known already.</summary>
    private IType Written(string reference, string place)
    {
        return Resolve(Utf8GraphQLParser.ParseType(reference));

        IType Resolve(TypeNode node) => node switch
        {
            NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type)),
            ListTypeNode list => new ListType(Resolve(list.Type)),
            NamedTypeNode named => Find(named.Name.Value),
            _ => throw new ArgumentException($"{node.Kind} is not a type.", nameof(reference)),
        };

        NamedType Find(string name)
        {
            if (scalarsByName.TryGetValue(name, out var scalar))
            {
                return scalar;
            }

            if (types.Find(type => type.Name == name) is { } type)
            {
                return type;
            }

            errors.Report($"{place} is of the type {name}, which is not known.");
            return StringType.Instance;
        }
    }

    private sealed record FieldSource(ComplexType Owner, Type Class, Type? Parent);
}
