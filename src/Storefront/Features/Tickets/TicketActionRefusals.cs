using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Features.Tickets;

/// <summary>The house works on no such platform.</summary>
/// <param name="PlatformKey">As it was given.</param>
/// <param name="Known">The keys of those it works on.</param>
public sealed record UnknownPlatform(string PlatformKey, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_PLATFORM";
}

/// <summary>A rating is a whole number between these, both included.</summary>
/// <param name="Least">The worst.</param>
/// <param name="Most">The best.</param>
public sealed record RatingNotValid(int Least, int Most) : Refusal
{
    public override string Code => "RATING_NOT_VALID";
}

/// <summary>Only finished work is rated.</summary>
public sealed record TicketNotFinished : Refusal
{
    public override string Code => "TICKET_NOT_FINISHED";
}

/// <summary>The house's catalogue has no such add-on (FEN-19).</summary>
/// <param name="AddOnKey">As it was given.</param>
/// <param name="Known">The keys of those it has.</param>
public sealed record UnknownAddOn(string AddOnKey, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_ADD_ON";
}
