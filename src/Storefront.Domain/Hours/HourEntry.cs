using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours;

/// <summary>One line of an account's hour ledger. Lines are only ever added (COM-02).</summary>
/// <param name="Id">Its id in the account.</param>
/// <param name="Sequence">Its place in the account's ledger, from 1, without gaps.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Minutes">Added or, negative, taken; never zero.</param>
/// <param name="BalanceAfter">The sum of all lines up to this one, never negative.</param>
/// <param name="At">When it counts from. Never before the line before it.</param>
/// <param name="Cause">Why.</param>
/// <param name="IdempotencyKey">Unique in the account: the same thing twice is once.</param>
/// <param name="Lots">The lots it moved, which sum to its minutes.</param>
/// <param name="ExpiresAt">When what it added expires; null for what it takes, and where it went back to several lots.</param>
public sealed record HourEntry(
    HourEntryId Id,
    long Sequence,
    HourEntryKind Kind,
    int Minutes,
    int BalanceAfter,
    Instant At,
    HourCause Cause,
    string IdempotencyKey,
    ImmutableArray<LotMovement> Lots,
    Instant? ExpiresAt);

/// <summary>What an entry did to one lot.</summary>
/// <param name="LotId">The lot.</param>
/// <param name="Minutes">Put in or, negative, taken out; never zero.</param>
public readonly record struct LotMovement(HourLotId LotId, int Minutes);
