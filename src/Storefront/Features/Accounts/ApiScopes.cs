namespace Storefront.Features.Accounts;

/// <summary>What a token may do: an area, and whether it reads or writes there. Writing includes reading.</summary>
public static class ApiScopes
{
    public const string Read = "read";
    public const string Write = "write";

    /// <summary>The areas that a customer's token can be given.</summary>
    public static IReadOnlyList<string> CustomerAreas { get; } = ["plans", "subscription", "hours", "tickets", "projects", "billing", "members"];

    /// <summary>Staff's.</summary>
    public static IReadOnlyList<string> StaffAreas { get; } = ["desk"];

    /// <summary>Every scope there is, of customers and staff.</summary>
    public static IReadOnlyList<string> All { get; } = [.. CustomerAreas.Concat(StaffAreas).SelectMany(area => new[] { Scope(area, Read), Scope(area, Write) })];

    public static string Scope(string area, string access) => $"{area}:{access}";

    /// <summary>The scopes in order, with the reading that writing includes.</summary>
    public static IEnumerable<string> Normalize(IEnumerable<string> scopes) => scopes
        .SelectMany(scope => scope.EndsWith($":{Write}", StringComparison.Ordinal) ? new[] { scope, $"{scope[..^Write.Length]}{Read}" } : [scope])
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>Whether every scope is one that the maker may give.</summary>
    public static bool AreKnown(IReadOnlyCollection<string> scopes, bool isStaff)
    {
        var areas = isStaff ? StaffAreas : CustomerAreas;
        return scopes.All(scope => areas.Any(area => scope == Scope(area, Read) || scope == Scope(area, Write)));
    }
}
