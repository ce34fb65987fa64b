using System.Collections.Immutable;
using Storefront.Features.Accounts;

namespace Storefront.Hosting.Viewers;

/// <summary>A set of <see cref="ApiScopes"/>, small enough to be held by each of thousands of streams.</summary>
public readonly record struct TokenScopes
{
    private static readonly ImmutableArray<string> Known = [.. ApiScopes.All];

    private readonly uint bits;

    private TokenScopes(uint bits) => this.bits = bits;

    /// <summary>Reads the scopes of a stored token, between spaces; one that is not known any more opens nothing.</summary>
    public static TokenScopes Parse(string text)
    {
        var bits = 0u;
        foreach (var scope in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bits |= BitOf(scope);
        }

        return new TokenScopes(bits);
    }

    /// <summary>Whether a scope such as <c>tickets:write</c> is among them.</summary>
    public bool Contains(string scope) => (bits & BitOf(scope)) != 0;

    /// <summary>All of them, in alphabetical order.</summary>
    public IReadOnlyList<string> ToList() => [.. Known.Where(Contains).Order(StringComparer.Ordinal)];

    private static uint BitOf(string scope)
    {
        var place = Known.IndexOf(scope);
        return place < 0 ? 0 : 1u << place;
    }
}
