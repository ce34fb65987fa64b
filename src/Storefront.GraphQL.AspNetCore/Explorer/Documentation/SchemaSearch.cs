using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>Finds types, fields, arguments, values and directives by name or description.</summary>
internal sealed class SchemaSearch(Schema schema)
{
    /// <summary>Longer questions are cut: nothing in a schema is called so.</summary>
    public const int LongestQuestion = 100;

    private const int NotFound = int.MaxValue;

    /// <summary>The best first: whole names, beginnings, names that contain it, descriptions. Letters' case does not matter; every word must be found.</summary>
    public IReadOnlyList<SearchHit> Find(string question, ExplorerAddresses addresses)
    {
        var words = question.Split((char[])[' ', '.', '(', ')', ':', '@', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? []
            : [.. All(addresses)
                .Select(hit => hit with { Rank = RankOf(hit, words) })
                .Where(hit => hit.Rank != NotFound)
                .OrderBy(hit => hit.Rank)
                .ThenBy(hit => hit.Name.Length)
                .ThenBy(hit => hit.Name, StringComparer.Ordinal)];
    }

    private static int RankOf(SearchHit hit, string[] words)
    {
        // The last part is what the thing itself is called: in Account.tickets a field named tickets.
        var ownName = hit.Name.TrimEnd(')', ':')[(hit.Name.TrimEnd(')', ':').LastIndexOfAny(['.', '(']) + 1)..];
        var sum = 0;
        foreach (var word in words)
        {
            var rank = ownName.Equals(word, StringComparison.OrdinalIgnoreCase) ? 0
                : ownName.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 10
                : ownName.Contains(word, StringComparison.OrdinalIgnoreCase) ? 20
                : words.Length > 1 && hit.Name.Contains(word, StringComparison.OrdinalIgnoreCase) ? 30
                : hit.Description?.Contains(word, StringComparison.OrdinalIgnoreCase) == true ? 60
                : NotFound;
            if (rank == NotFound)
            {
                return NotFound;
            }

            sum += rank;
        }

        // A type before its namesakes among fields, a field before an argument, what is deprecated behind all of its kind.
        return sum + hit.Name.Count(letter => letter is '.' or '(') + (hit.IsDeprecated ? 5 : 0);
    }

    private IEnumerable<SearchHit> All(ExplorerAddresses addresses)
    {
        foreach (var type in schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            yield return new SearchHit(type, type.Name, addresses.Of(type), type.Description, false, 0);
            foreach (var hit in MembersOf(type, addresses))
            {
                yield return hit;
            }
        }

        foreach (var directive in schema.Directives)
        {
            yield return new SearchHit(null, $"@{directive.Name}", addresses.Of(directive), directive.Description, false, 0);
        }
    }

    private static IEnumerable<SearchHit> MembersOf(NamedType type, ExplorerAddresses addresses)
    {
        SearchHit Hit(string member, string? description, string? deprecation) =>
            new(type, ExplorerAddresses.IdOf(type.Name, member), addresses.Of(type, member), description, deprecation is not null, 0);

        return type switch
        {
            ComplexType complex => complex.Fields.SelectMany(field => field.Arguments
                .Select(argument => new SearchHit(
                    type,
                    $"{type.Name}.{field.Name}({argument.Name}:)",
                    addresses.Of(type, $"{field.Name}.{argument.Name}"),
                    argument.Description,
                    argument.DeprecationReason is not null,
                    0))
                .Prepend(Hit(field.Name, field.Description, field.DeprecationReason))),
            EnumType enumeration => enumeration.Values.Select(value => Hit(value.Name, value.Description, value.DeprecationReason)),
            InputObjectType input => input.Fields.Select(field => Hit(field.Name, field.Description, field.DeprecationReason)),
            _ => [],
        };
    }
}
