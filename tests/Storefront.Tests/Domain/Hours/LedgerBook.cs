using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using static Storefront.Tests.Domain.Hours.HourRules;

namespace Storefront.Tests.Domain.Hours;

/// <summary>A ledger and the lines it has had, as an account keeps them.</summary>
internal sealed class LedgerBook(HourPolicy policy)
{
    private int keys;

    public HourLedger Ledger { get; private set; } = HourLedger.Empty;

    public List<HourEntry> Entries { get; } = [];

    public IEnumerable<(HourEntryKind Kind, int Minutes)> Lines => Entries.Select(entry => (entry.Kind, entry.Minutes));

    public LedgerBook Grant(int minutes, Instant at, Instant expiresAt) => Post(Ledger.Grant(minutes, at, expiresAt, Paid, Key()));

    public LedgerBook Upgrade(int minutes, Instant at, Instant expiresAt) => Post(Ledger.Upgrade(minutes, at, expiresAt, Paid, Key()));

    public LedgerBook Use(int minutes, Instant at) => Post(TryUse(minutes, at).Value);

    public Result<HourPosting> TryUse(int minutes, Instant at) => Ledger.Use(policy, minutes, at, Worked, Key());

    public Result<HourPosting> TryAdvance(int minutes, Instant at, Instant expiresAt, int nextGrant) =>
        Ledger.Advance(policy, minutes, at, expiresAt, nextGrant, new HourCause(HourCauseKind.Advance), Key());

    public LedgerBook Advance(int minutes, Instant at, Instant expiresAt, int nextGrant) =>
        Post(TryAdvance(minutes, at, expiresAt, nextGrant).Value);

    public LedgerBook Correct(int minutes, Instant at, Instant expiresAt) =>
        Post(Ledger.Correct(policy, minutes, at, expiresAt, Corrected, Key()).Value);

    public LedgerBook Reverse(HourEntry use, Instant at, Instant expiresAt) => Post(Ledger.Reverse(use, at, expiresAt));

    public LedgerBook Close(Instant periodEnd, Instant? next) => Post(Ledger.ClosePeriod(policy, periodEnd, next, Ended, Key()));

    public LedgerBook Post(HourPosting posting)
    {
        Ledger = posting.Ledger;
        Entries.AddRange(posting.Entries);
        return this;
    }

    public int Remaining(LotSource source) => Ledger.OpenLots.Where(lot => lot.Source == source).Sum(lot => lot.RemainingMinutes);

    public string Key() => $"key {++keys}";
}
