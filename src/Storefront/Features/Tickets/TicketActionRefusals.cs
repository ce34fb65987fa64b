using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Features.Tickets;

/// <summary>The house works on no such platform.</summary>
public sealed record UnknownPlatform(string PlatformKey, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_PLATFORM";
}

/// <summary>A rating is a whole number between these, both included.</summary>
public sealed record RatingNotValid(int Least, int Most) : Refusal
{
    public override string Code => "RATING_NOT_VALID";
}

/// <summary>Only finished work is rated.</summary>
public sealed record TicketNotFinished : Refusal
{
    public override string Code => "TICKET_NOT_FINISHED";
}
