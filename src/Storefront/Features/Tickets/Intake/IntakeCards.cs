using Microsoft.AspNetCore.Mvc;
using Storefront.Domain.Houses;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets.Intake;

/// <summary>What the card of a ticket shows of how it was taken in.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="State">As it stands.</param>
/// <param name="Intake">What is kept of it; null where there is nothing.</param>
/// <param name="House">By whose rules.</param>
/// <param name="CanChange">Whether the reader may do something about it.</param>
public sealed record IntakeView(Ticket Ticket, TicketState State, TicketIntakeRow? Intake, Handbook House, bool CanChange)
{
    public bool CanAskForPriority => CanChange && Intake?.PriorityAskedAt is null && TicketIntake.CanAskForPriority(State, House.Intake);

    public bool CanGrantAccess => CanChange && State is { NeedsAccess: true, IsUnresolved: true };

    public OutsideSupport? Outside => House.Intake.FindOutside(Intake?.TurnedDownAs);

    public bool CanAskForQuote =>
        CanChange && Intake?.QuoteAskedAt is null && Outside?.QuoteKind is not null && State.Status == TicketStatus.Resolved;

    /// <summary>The channel by which it came; null for the form.</summary>
    public Channel? Channel => House.Channels.FirstOrDefault(channel => channel.Key == Intake?.ChannelKey);

    public bool IsWrongChannel => State.IsUnresolved && TurnDownTicket.IsWrongChannel(House, Intake, Ticket.ClassKey);

    /// <summary>Whether staff can end its analysis, or turn it down.</summary>
    public bool CanDecide => State is { IsUnresolved: true, Status: not TicketStatus.Scheduled };

    /// <summary>Whether the card has anything for its customer.</summary>
    public bool SaysSomething => State.NeedsAccess || State.NeedsViability || CanAskForPriority || CanAskForQuote
        || Intake is { Outcome: not null } or { TurnedDownAs: not null } or { PriorityAskedAt: not null } or { Viable: not null };

    /// <summary>Whether the card has anything for staff.</summary>
    public bool ConcernsStaff => SaysSomething || Channel is not null
        || (CanDecide && (House.Intake.Outcomes.Count > 0 || House.Intake.Outside.Count > 0));
}

/// <summary>The card of the customer's page of a ticket.</summary>
public sealed class TicketIntakeViewComponent(TicketIntakes intakes, Handbook handbook) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket, TicketState state, bool canWrite) => View(
        "~/Features/Tickets/Intake/_OfTicket.cshtml",
        new IntakeView(ticket, state, await intakes.FindAsync(ticket.Key, HttpContext.RequestAborted), handbook, canWrite));
}

/// <summary>The card of the desk's page of a ticket.</summary>
public sealed class DeskIntakeViewComponent(TicketIntakes intakes, Handbook handbook) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket, TicketState state) => View(
        "~/Features/Tickets/Intake/_OfDesk.cshtml",
        new IntakeView(ticket, state, await intakes.FindAsync(ticket.Key, HttpContext.RequestAborted), handbook, CanChange: true));
}
