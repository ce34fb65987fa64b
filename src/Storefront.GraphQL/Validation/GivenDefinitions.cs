using System.Diagnostics.CodeAnalysis;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>
/// What a schema document may name without defining it because the program has it in C#. A document may define such a type once more,
/// which changes nothing, and extend it where no value of C# would have to change: objects, interfaces and unions.
/// </summary>
/// <param name="types">The types.</param>
/// <param name="directives">The directives.</param>
internal sealed class GivenDefinitions(IEnumerable<NamedType> types, IEnumerable<DirectiveType> directives)
{
    private readonly Dictionary<string, NamedType> typesByName =
        types.DistinctBy(type => type.Name).ToDictionary(type => type.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, DirectiveType> directivesByName =
        directives.DistinctBy(directive => directive.Name).ToDictionary(directive => directive.Name, StringComparer.Ordinal);

    /// <summary>Nothing at all.</summary>
    public static GivenDefinitions None { get; } = new([], []);

    /// <summary>The names of the types.</summary>
    public IEnumerable<string> TypeNames => typesByName.Keys;

    /// <summary>Whether there is a type of this name.</summary>
    public bool HasType(string name) => typesByName.ContainsKey(name);

    /// <summary>Finds a type by name.</summary>
    public bool TryGetType(string name, [NotNullWhen(true)] out NamedType? type) => typesByName.TryGetValue(name, out type);

    /// <summary>Finds a directive by name, without the at sign.</summary>
    public bool TryGetDirective(string name, [NotNullWhen(true)] out DirectiveType? directive) => directivesByName.TryGetValue(name, out directive);
}
