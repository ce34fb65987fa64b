using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation;

/// <summary>The members that types have, gathered from definitions and extensions.</summary>
internal sealed class MemberNames
{
    private readonly Dictionary<(string Type, string Member), NameNode> names = [];

    /// <summary>Adds a member.</summary>
    /// <returns>The member of the same name that the type has already; null when it was new.</returns>
    public NameNode? FindOrAdd(string type, NameNode member) => names.TryAdd((type, member.Value), member) ? null : names[(type, member.Value)];
}
