using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>What would come of a ticket if it were sent now.</summary>
/// <param name="Class">The class it would be proposed as; null while the answers do not say.</param>
/// <param name="Targets">The promises it would get.</param>
/// <param name="JoinsAt">When it would join the queue; null for at once.</param>
/// <param name="BackAt">When somebody of the house is there again; null when somebody is now.</param>
/// <param name="Ahead">Tickets of the house that would be begun before it; null while its class is not known.</param>
/// <param name="OnCall">What work on it now, outside business hours, would cost.</param>
/// <param name="OnCallPercent">How much minutes worked on call count, in percent: 200 for double.</param>
/// <param name="CostsHours">Whether its work is taken from the hours.</param>
/// <param name="AvailableMinutes">What is left of the hours, in minutes.</param>
/// <param name="Work">How long such work usually takes; null when too little is known.</param>
/// <param name="Remaining">What would be left of the hours afterwards; null when nothing is known.</param>
[ObjectType("TicketOutlook")]
public sealed record TicketOutlookView(
    TicketClass? Class,
    [property: ListSize(AssumedSize = 4)] IReadOnlyList<TicketTargetView> Targets,
    Instant? JoinsAt,
    Instant? BackAt,
    int? Ahead,
    OnCallOutlook OnCall,
    int OnCallPercent,
    bool CostsHours,
    int AvailableMinutes,
    WorkOutlook? Work,
    RemainingOutlook? Remaining)
{
    internal static TicketOutlookView Of(TicketOutlook outlook, Handbook handbook, Instant now) => new(
        outlook.Class,
        [.. outlook.Targets.Select(target => TicketTargetView.Of(target, handbook.Calendar, now))],
        outlook.JoinsAt,
        outlook.BackAt,
        outlook.Ahead,
        outlook.OnCall,
        outlook.OnCallPercent,
        outlook.CostsHours,
        outlook.AvailableMinutes,
        outlook.Work,
        outlook.Remaining is { } left ? new RemainingOutlook(left.Least, left.Most) : null);
}

/// <summary>What would be left of the hours.</summary>
/// <param name="LeastMinutes">What would be left if it takes long; below zero where the hours do not suffice.</param>
/// <param name="MostMinutes">What would be left if it takes little.</param>
[ObjectType("RemainingOutlook")]
public sealed record RemainingOutlook(int LeastMinutes, int MostMinutes);

/// <summary>What would come of tickets that are not sent yet.</summary>
[QueryType]
public static class TicketOutlookQueries
{
    /// <summary>What would come of a ticket if it were sent now: its class, its promises, what it would cost.</summary>
    /// <param name="kind">Key of one of the house's kinds of work; null while none is chosen, or for that of the add-on.</param>
    /// <param name="urgency">How soon it is needed, where the house asks.</param>
    /// <param name="impact">How much it stops, where the house asks.</param>
    /// <param name="addOn">Key of one of the house's add-ons, if one is asked for.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="outlooks">Says it.</param>
    /// <param name="handbook">The house's.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="scheduleForNextPeriod">Whether it is to join the queue only when the next billing period starts.</param>
    [Authorize(Scopes = [TicketScopes.Read])]
    [Cost(20)]
    public static async Task<TicketOutlookView> TicketOutlookAsync(
        string? kind,
        Urgency? urgency,
        Impact? impact,
        string? addOn,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        TicketOutlooks outlooks,
        Handbook handbook,
        BusinessClock clock,
        CancellationToken cancellationToken,
        bool scheduleForNextPeriod = false)
    {
        var wanted = handbook.AddOns.FirstOrDefault(known => known.Key == addOn);
        var question = new TicketQuestion(kind ?? wanted?.KindKey, urgency, impact, scheduleForNextPeriod, wanted?.Key);
        return TicketOutlookView.Of(await outlooks.ReadAsync(viewer.RequireAccount(), question, cancellationToken), handbook, clock.GetCurrentInstant());
    }
}
