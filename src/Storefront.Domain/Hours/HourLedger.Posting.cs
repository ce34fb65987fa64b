using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours;

/// <content>The one place in which entries are made.</content>
public sealed partial record HourLedger
{
    private HourPosting Open(
        HourEntryKind kind, LotSource source, int minutes, Instant at, Instant expiresAt, HourCause cause, string key)
    {
        var lot = NewLot(source, minutes, at, expiresAt);
        var ledger = this with { Lots = Lots.Add(lot with { RemainingMinutes = 0 }) };
        return ledger.Post(kind, at, cause, key, [new LotMovement(lot.Id, minutes)], expiresAt);
    }

    private HourPosting Repay(int minutes, Instant at, HourCause cause, string key)
    {
        var grant = Lots[^1];
        var posting = Post(HourEntryKind.AdvanceRepayment, at, cause, key, [new LotMovement(grant.Id, -minutes)], expiresAt: null);
        return posting with { Ledger = posting.Ledger with { OwedMinutes = OwedMinutes - minutes } };
    }

    private Result<HourPosting> Take(
        HourEntryKind kind, HourPolicy policy, int minutes, Instant at, HourCause cause, string key, int fromHold)
    {
        var usable = OpenLots.Where(lot => lot.ExpiresAt > at && lot.RemainingMinutes > 0).ToList();
        var available = usable.Sum(lot => lot.RemainingMinutes) - (HeldMinutes - fromHold);
        if (minutes > available)
        {
            return new NotEnoughHours(minutes - Math.Max(0, available), Math.Max(0, available));
        }

        List<LotMovement> movements = [];
        var rest = minutes;
        foreach (var lot in InOrderOfUse(usable, policy))
        {
            var taken = Math.Min(rest, lot.RemainingMinutes);
            movements.Add(new LotMovement(lot.Id, -taken));
            rest -= taken;
            if (rest == 0)
            {
                break;
            }
        }

        return (this with { HeldMinutes = HeldMinutes - fromHold }).Post(kind, at, cause, key, movements, expiresAt: null);
    }

    private static IEnumerable<HourLot> InOrderOfUse(IEnumerable<HourLot> lots, HourPolicy policy) => lots
        .OrderBy(lot => lot.ExpiresAt)
        .ThenBy(lot => policy.UseOrder.TakeWhile(source => source != lot.Source).Count())
        .ThenBy(lot => lot.OpenedBy);

    private HourLot NewLot(LotSource source, int minutes, Instant at, Instant expiresAt) => expiresAt > at
        ? new(HourLotId.New(at), source, minutes, minutes, LastSequence + 1, at, expiresAt)
        : throw new ArgumentException("A lot ends after it is opened.", nameof(expiresAt));

    private HourPosting Post(
        HourEntryKind kind, Instant at, HourCause cause, string key, IReadOnlyCollection<LotMovement> movements, Instant? expiresAt)
    {
        var minutes = movements.Sum(movement => movement.Minutes);
        var balance = Balance + minutes;
        var entry = new HourEntry(
            HourEntryId.New(at), LastSequence + 1, kind, minutes, balance, at, cause, key, [.. movements], expiresAt);
        var moved = movements.ToDictionary(movement => movement.LotId, movement => movement.Minutes);
        var ledger = this with
        {
            Balance = balance,
            LastSequence = entry.Sequence,
            Keys = Keys.Add(key),
            Lots = Lots.Select(lot => moved.TryGetValue(lot.Id, out var change)
                ? lot with { RemainingMinutes = lot.RemainingMinutes + change }
                : lot).ToImmutableArray(),
        };
        return new HourPosting(ledger, [entry]);
    }
}
