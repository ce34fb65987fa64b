using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Storefront.GraphQL.Types;

/// <summary>Members in the order of their definition, found by name (sections 3.6 to 3.10). A second member of a name is kept for the schema's validation to name.</summary>
public sealed class FieldCollection<T> : IReadOnlyList<T>
    where T : class, INamedMember
{
    private readonly List<T> list = [];
    private readonly Dictionary<string, T> byName = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Count => list.Count;

    /// <inheritdoc/>
    public T this[int index] => list[index];

    /// <summary>The member of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T this[string name] => byName[name];

    /// <summary>Adds a member at the end.</summary>
    public void Add(T member)
    {
        list.Add(member);
        byName.TryAdd(member.Name, member);
    }

    /// <summary>Puts a member in the place of the one that has its name, or at the end.</summary>
    internal void Set(T member)
    {
        if (byName.TryGetValue(member.Name, out var known))
        {
            list[list.IndexOf(known)] = member;
            byName[member.Name] = member;
        }
        else
        {
            Add(member);
        }
    }

    /// <summary>Finds a member by name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? member) => byName.TryGetValue(name, out member);

    /// <summary>Whether there is a member of this name.</summary>
    public bool Contains(string name) => byName.ContainsKey(name);

    /// <summary>The members in order, without allocation.</summary>
    public List<T>.Enumerator GetEnumerator() => list.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => list.GetEnumerator();
}
