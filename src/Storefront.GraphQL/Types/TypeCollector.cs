using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Introspection;

namespace Storefront.GraphQL.Types;

/// <summary>Finds every type that a schema reaches. Types given keep their order; what they refer to follows where it is first met.</summary>
internal static class TypeCollector
{
    public static List<NamedType> Collect(
        IReadOnlyList<NamedType> given,
        IReadOnlyDictionary<OperationType, ObjectType> roots,
        IReadOnlyList<DirectiveType> directives)
    {
        var found = new List<NamedType>();
        var met = new HashSet<NamedType>(given);
        foreach (var type in given.Distinct())
        {
            met.Remove(type);
            Visit(type, found, met);
        }

        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (roots.TryGetValue(operation, out var root))
            {
                Visit(root, found, met);
            }
        }

        foreach (var argument in directives.SelectMany(directive => directive.Arguments))
        {
            Visit(argument.Type, found, met);
        }

        Visit(IntrospectionTypes.Schema, found, met);
        return found;
    }

    private static void Visit(IType reference, List<NamedType> found, HashSet<NamedType> met)
    {
        var type = reference.NamedType;
        if (!met.Add(type))
        {
            return;
        }

        found.Add(type);
        foreach (var next in References(type))
        {
            Visit(next, found, met);
        }
    }

    private static IEnumerable<IType> References(NamedType type) => type switch
    {
        ComplexType complex => complex.Interfaces.Cast<IType>().Concat(complex.Fields.SelectMany(
            field => field.Arguments.Select(argument => argument.Type).Prepend(field.Type))),
        UnionType union => union.Types,
        InputObjectType input => input.Fields.Select(field => field.Type),
        _ => [],
    };
}
