using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>Something that a customer can ask for from a catalogue: it opens a ticket that is filled in (FEN-19).</summary>
/// <param name="Key">Its name for programs, unique in the house.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="Description">What it is good for, in a sentence.</param>
/// <param name="EstimatedMinutes">How many minutes it usually takes, from 1.</param>
/// <param name="KindKey">The kind of ticket that it opens.</param>
public sealed record AddOn(string Key, LocalizedText Name, LocalizedText Description, int EstimatedMinutes, string KindKey);
