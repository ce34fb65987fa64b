using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>There is no handbook of that key.</summary>
/// <param name="Key">The key that was asked for.</param>
/// <param name="Known">The keys there are, in order.</param>
public sealed record UnknownHouse(string Key, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_HOUSE";

    public override string ToString() => $"There is no house '{Key}'. Known houses: {string.Join(", ", Known)}.";
}
