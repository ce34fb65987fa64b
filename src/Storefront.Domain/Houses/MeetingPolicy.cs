using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>The meetings that a house offers (FLU-22).</summary>
/// <param name="FirstIsFree">Whether anyone can book a first meeting that costs nothing.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="OnTickets">Whether a customer can ask for one on a ticket.</param>
/// <param name="Description">What it is for.</param>
public sealed record MeetingPolicy(bool FirstIsFree, int Minutes, bool OnTickets, LocalizedText Description);
