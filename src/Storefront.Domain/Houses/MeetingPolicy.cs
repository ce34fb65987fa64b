using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>The meetings that a house offers (FLU-22).</summary>
/// <param name="FirstIsFree">Whether anyone can book a first meeting that costs nothing.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="OnTickets">Whether a customer can ask for one on a ticket.</param>
/// <param name="Description">What it is for.</param>
public sealed record MeetingPolicy(bool FirstIsFree, int Minutes, bool OnTickets, LocalizedText Description)
{
    /// <summary>How many hours before its beginning one can still be booked, moved or called off; from 0.</summary>
    public int NoticeHours { get; init; } = 4;

    /// <summary>How many days ahead one can be booked; from 1.</summary>
    public int HorizonDays { get; init; } = 28;

    /// <summary>How many can be held at the same time; from 1.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Whether those with accounts that staff marked as delicate are recorded (SEN-02).</summary>
    public bool RecordsDelicate { get; init; }
}
