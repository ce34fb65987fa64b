using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Quotes;

/// <summary>Nobody decided in time (FEN-14).</summary>
/// <param name="ExpiredAt">When it ended.</param>
public sealed record QuoteExpired(Instant ExpiredAt) : Refusal
{
    public override string Code => "QUOTE_EXPIRED";
}

/// <summary>A newer version took its place.</summary>
/// <param name="NewestVersion">The number of the newest.</param>
public sealed record QuoteSuperseded(int NewestVersion) : Refusal
{
    public override string Code => "QUOTE_SUPERSEDED";
}

/// <summary>The quote waits for no decision: it was decided on, or taken back.</summary>
/// <param name="Status">How it stands.</param>
public sealed record QuoteNotOpen(QuoteStatus Status) : Refusal
{
    public override string Code => "QUOTE_NOT_OPEN";
}

/// <summary>The member may not approve that much.</summary>
/// <param name="LimitMinutes">The most that it may approve.</param>
/// <param name="QuoteMinutes">What the quote takes.</param>
/// <param name="Approvers">Whose approval it needs: the names of those who may; empty when nobody of the account may.</param>
public sealed record ApprovalBeyondLimit(int LimitMinutes, int QuoteMinutes, ImmutableArray<string> Approvers) : Refusal
{
    public override string Code => "APPROVAL_BEYOND_LIMIT";
}

/// <summary>Work of that size needs a quote that the customer approved (FEN-13).</summary>
/// <param name="RequiredAboveMinutes">Up to so many minutes are done without a quote.</param>
/// <param name="WorkedMinutes">How many minutes were worked without one so far.</param>
public sealed record QuoteNeeded(int RequiredAboveMinutes, int WorkedMinutes) : Refusal
{
    public override string Code => "QUOTE_NEEDED";
}

/// <summary>The customer agreed and has not paid yet; the payment releases the work (ALF-08).</summary>
public sealed record QuoteNotPaid : Refusal
{
    public override string Code => "QUOTE_NOT_PAID";
}

/// <summary>The work would go beyond what the customer approved; a new version can raise it.</summary>
/// <param name="CapMinutes">The minutes that were approved.</param>
/// <param name="LeftMinutes">The minutes that are left of them.</param>
/// <param name="OnCallMinutes">The minutes that the work counts because it was done on call; null when it counts as it was worked.</param>
public sealed record QuoteCapReached(int CapMinutes, int LeftMinutes, int? OnCallMinutes = null) : Refusal
{
    public override string Code => "QUOTE_CAP_REACHED";
}

/// <summary>What was approved to be settled in one way is not settled in another by a new version.</summary>
/// <param name="Settlement">How it is settled.</param>
public sealed record QuoteSettlementFixed(QuoteSettlement Settlement) : Refusal
{
    public override string Code => "QUOTE_SETTLEMENT_FIXED";
}

/// <summary>The customer has no hours with which it could be settled.</summary>
public sealed record QuoteInHoursNotOffered : Refusal
{
    public override string Code => "QUOTE_IN_HOURS_NOT_OFFERED";
}

/// <summary>A quote in money needs a price: the house has no rate for an hour that would make one.</summary>
public sealed record QuotePriceMissing : Refusal
{
    public override string Code => "QUOTE_PRICE_MISSING";
}

/// <summary>The price is not more than zero, or more than a price can be.</summary>
/// <param name="Most">The most.</param>
public sealed record QuotePriceNotValid(Money Most) : Refusal
{
    public override string Code => "QUOTE_PRICE_NOT_VALID";
}
