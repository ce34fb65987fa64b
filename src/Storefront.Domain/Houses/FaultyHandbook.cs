using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A handbook that cannot be used, with all its faults in the order of the file.</summary>
public sealed record FaultyHandbook(ImmutableArray<HandbookProblem> Problems) : Refusal
{
    public override string Code => "FAULTY_HANDBOOK";

    /// <summary>All faults, a line each.</summary>
    public override string ToString() => string.Join('\n', Problems);
}
