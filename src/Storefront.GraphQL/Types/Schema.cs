using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Storefront.GraphQL.Execution.Cost;

namespace Storefront.GraphQL.Types;

/// <summary>
/// A schema (section 3.3): the root types, everything reachable from them and the directives. Built by <c>SchemaBuilder</c>;
/// once built nothing in it changes and any thread may read it.
/// </summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> types;
    private readonly FrozenDictionary<string, DirectiveType> directives;
    private readonly FrozenDictionary<string, FrozenSet<ObjectType>> possibleTypes;

    internal Schema(
        string? description,
        ObjectType? queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType,
        IEnumerable<NamedType> types,
        IEnumerable<DirectiveType> directives)
    {
        Description = description;
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        Types = [.. types];
        Directives = [.. directives];
        this.types = Types.DistinctBy(type => type.Name).ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        this.directives = Directives.DistinctBy(directive => directive.Name).ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
        possibleTypes = Types.Where(type => type.IsComposite).DistinctBy(type => type.Name)
            .ToFrozenDictionary(type => type.Name, FindPossibleTypes, StringComparer.Ordinal);
    }

    /// <summary>The description; null when there is none.</summary>
    public string? Description { get; }

    /// <summary>The query root; null only in a schema that validation refuses.</summary>
    public ObjectType? QueryType { get; }

    /// <summary>The mutation root; null when there is none.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The subscription root; null when there is none.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All named types, in the order in which they were added.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>All directives, the specification's among them.</summary>
    public IReadOnlyList<DirectiveType> Directives { get; }

    /// <summary>The directives that documents apply to the schema itself (section 3.3).</summary>
    public IReadOnlyList<Language.DirectiveNode> AppliedDirectives { get; internal init; } = [];

    /// <summary>What everything weighs, read from <c>@cost</c> and <c>@listSize</c> when the schema was built.</summary>
    internal SchemaCosts Costs { get; set; } = null!;

    /// <summary>Finds a type by name.</summary>
    public bool TryGetType(string name, [NotNullWhen(true)] out NamedType? type) => types.TryGetValue(name, out type);

    /// <summary>Finds a directive by name.</summary>
    public bool TryGetDirective(string name, [NotNullWhen(true)] out DirectiveType? directive) => directives.TryGetValue(name, out directive);

    /// <summary>The root type of a kind of operation; null when the schema does not support it.</summary>
    public ObjectType? GetRootType(Language.OperationType operation) => operation switch
    {
        Language.OperationType.Query => QueryType,
        Language.OperationType.Mutation => MutationType,
        Language.OperationType.Subscription => SubscriptionType,
    };

    /// <summary>The object types that a value of this type may have: itself, the implementations or the members.</summary>
    public FrozenSet<ObjectType> GetPossibleTypes(NamedType type) => possibleTypes[type.Name];

    /// <summary>Whether every value of <paramref name="type"/> is a value of <paramref name="superType"/> (section 3.6, covariance).</summary>
    public bool IsSubType(IType type, IType superType) => (type, superType) switch
    {
        (NonNullType left, NonNullType right) => IsSubType(left.Nullable, right.Nullable),
        (NonNullType left, _) => IsSubType(left.Nullable, superType),
        (_, NonNullType) => false,
        (ListType left, ListType right) => IsSubType(left.ElementType, right.ElementType),
        (NamedType left, NamedType right) => ReferenceEquals(left, right)
            || (left is ObjectType member && right.IsComposite && GetPossibleTypes(right).Contains(member))
            || (left is InterfaceType narrow && right is InterfaceType wide && narrow.Interfaces.Contains(wide)),
        _ => false,
    };

    /// <summary>Whether two composite types share an object type (section 5.5.2.3).</summary>
    public bool DoTypesOverlap(NamedType left, NamedType right) =>
        ReferenceEquals(left, right) || GetPossibleTypes(left).Overlaps(GetPossibleTypes(right));

    private FrozenSet<ObjectType> FindPossibleTypes(NamedType type) => type switch
    {
        ObjectType self => FrozenSet.Create(self),
        UnionType union => union.Types.ToFrozenSet(),
        InterfaceType contract => Types.OfType<ObjectType>().Where(candidate => candidate.Interfaces.Contains(contract)).ToFrozenSet(),
        _ => [],
    };
}
