using System.Collections.Immutable;

namespace Storefront.Domain.Hours;

/// <summary>What a rule did to a ledger.</summary>
/// <param name="Ledger">The ledger afterwards, with every lot that was touched, those just closed included.</param>
/// <param name="Entries">The lines to append, in order; none when it had all been done before.</param>
public sealed record HourPosting(HourLedger Ledger, ImmutableArray<HourEntry> Entries)
{
    /// <summary>This and the next step as one.</summary>
    public HourPosting Then(Func<HourLedger, HourPosting> next)
    {
        var posting = next(Ledger);
        return posting with { Entries = [.. Entries, .. posting.Entries] };
    }
}
