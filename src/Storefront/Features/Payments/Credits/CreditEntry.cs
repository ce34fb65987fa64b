using NodaTime;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Credits;

/// <summary>A line of what the house owes an account: what was paid beyond an order, and where it went. Lines are added and never changed.</summary>
public sealed class CreditEntry
{
    public required AccountId AccountId { get; init; }

    public required CreditEntryId Id { get; init; }

    /// <summary>Its place among the account's lines, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>What it is by its nature, so that it is written once.</summary>
    public required string BusinessKey { get; init; }

    public required CreditCause Cause { get; init; }

    /// <summary>Added or, negative, taken.</summary>
    public required Money Amount { get; init; }

    /// <summary>What is left in that currency after it, in minor units; never less than nothing.</summary>
    public required long BalanceAfterMinorUnits { get; init; }

    /// <summary>The order that was paid too much for, or that it paid.</summary>
    public OrderId? OrderId { get; init; }

    public required Instant At { get; init; }
}
