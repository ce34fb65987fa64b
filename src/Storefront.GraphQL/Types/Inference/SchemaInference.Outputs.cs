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
            || (type.Namespace is "System" or "System.Text.Json" or "System.Text.Json.Nodes" && !typeof(Exception).IsAssignableFrom(type)) || ClrShape.ElementType(type) is not null || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) is true)
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
        FindNodes(type);
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

    private void LinkInterfaces()
    {
        var contracts = outputs.Values.OfType<InterfaceType>().ToList();
        foreach (var type in types.OfType<ComplexType>().Where(type => type.RuntimeType is not null))
        {
            type.Interfaces.AddRange(contracts.Where(contract =>
                !ReferenceEquals(contract, type) && contract.RuntimeType!.IsAssignableFrom(type.RuntimeType) && !type.Interfaces.Contains(contract)));
        }
    }

    /// <summary>A type as written in a document, of types that are known already.</summary>
    private IType Written(string reference, string place)
    {
        try
        {
            return Resolve(Utf8GraphQLParser.ParseType(reference));
        }
        catch (SyntaxException exception)
        {
            errors.Report($"{place} is of the type {reference}, which cannot be read: {exception.Message}");
            return StringType.Instance;
        }

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
}
