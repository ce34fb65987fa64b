using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>From a ticket that was sent to knowing what comes of it: access, viability, analysis, turning down.</summary>
public static class TicketIntake
{
    /// <summary>What a kind asks for before work can begin. Where that is the customer's, the ticket waits for it with its clocks standing still.</summary>
    /// <param name="opened">The ticket that was just sent.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="documentedApi">Whether the other system has an API with documentation, as the customer says; null when it does not know.</param>
    /// <param name="now">Now.</param>
    public static TicketChange Begin(TicketChange opened, TicketKind kind, bool? documentedApi, Instant now) => opened.Then(ticket =>
    {
        var asked = ticket with { NeedsAccess = kind.AccessFirst, NeedsViability = kind.ViabilityFirst && documentedApi != true };
        return asked is { NeedsAccess: true, Status: TicketStatus.Open }
            ? TicketRules.MoveTo(asked, TicketStatus.WaitingForCustomer, TicketActor.Staff, now)
            : TicketChange.Of(asked);
    });

    /// <summary>The customer has granted access: what waited for it goes on. Granted before, nothing changes (ALF-11).</summary>
    public static TicketChange GrantAccess(TicketState ticket, Instant now)
    {
        if (!ticket.NeedsAccess)
        {
            return TicketChange.Of(ticket);
        }

        var granted = TicketChange.Of(ticket with { NeedsAccess = false }, new AccessGranted(now));
        return ticket.Status == TicketStatus.WaitingForCustomer
            ? granted.Then(open => TicketRules.MoveTo(open, open.ResumesTo ?? TicketStatus.Open, TicketActor.Customer, now))
            : granted;
    }

    /// <summary>It was found out whether it can be done: then it is assessed further, or returned (FLU-27).</summary>
    public static Result<TicketChange> AssessViability(TicketState ticket, bool isViable, Instant now)
    {
        if (!ticket.IsUnresolved || ticket.Status == TicketStatus.Scheduled)
        {
            return new TicketNotOpen(ticket.Status);
        }

        if (!ticket.NeedsViability)
        {
            return new ViabilityNotAsked();
        }

        return Answered(ticket, now)
            .Then(answered => TicketChange.Of(answered with { NeedsViability = false }, new ViabilityAssessed(now, isViable)))
            .Then(assessed => isViable
                ? assessed.Status == TicketStatus.Open
                    ? TicketRules.MoveTo(assessed, TicketStatus.Assessing, TicketActor.Staff, now)
                    : TicketChange.Of(assessed)
                : TicketRules.MoveTo(assessed, TicketStatus.Resolved, TicketActor.Staff, now));
    }

    /// <summary>An analysis ends in one of the house's outcomes, which is the assessment where the kind needs one (ALF-07).</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="intake">The house's.</param>
    /// <param name="policy">The house's.</param>
    /// <param name="outcome">How it ends.</param>
    /// <param name="day">The expected date, for <see cref="AnalysisOutcome.Date"/>.</param>
    /// <param name="today">Today, in the house's zone.</param>
    /// <param name="now">Now.</param>
    public static Result<TicketChange> Conclude(
        TicketState ticket, IntakePolicy intake, TicketPolicy policy, AnalysisOutcome outcome, LocalDate? day, LocalDate today, Instant now)
    {
        if (!intake.Outcomes.Contains(outcome))
        {
            return new OutcomeNotOffered([.. intake.Outcomes]);
        }

        if (!ticket.IsUnresolved || ticket.Status == TicketStatus.Scheduled)
        {
            return new TicketNotOpen(ticket.Status);
        }

        if (outcome == AnalysisOutcome.Date && (day is not { } expected || expected < today))
        {
            return new ExpectedDateMissing(today);
        }

        var concluded = Answered(ticket, now)
            .Then(answered => Studied(answered, policy, outcome, now))
            .Then(studied => TicketChange.Of(studied, new AnalysisConcluded(now, outcome)));
        var state = concluded.Ticket;
        var ended = outcome switch
        {
            AnalysisOutcome.Done or AnalysisOutcome.Unresolved => TicketRules.Move(state, policy, TicketStatus.Resolved, TicketActor.Staff, now),
            AnalysisOutcome.Clarification => TicketRules.Move(state, policy, TicketStatus.WaitingForCustomer, TicketActor.Staff, now),
            AnalysisOutcome.Date => TicketRules.Plan(state, policy, day!.Value, today, now),
            AnalysisOutcome.Quote => Forward(state, policy, now),
        };
        return ended.Map(then => then with { Events = [.. concluded.Events, .. then.Events] });
    }

    /// <summary>It is outside support, or came by the wrong way: it is answered and done with, unless the customer takes the way on (ALF-01, SEN-12, SEN-13).</summary>
    public static Result<TicketChange> TurnDown(TicketState ticket, Instant now) =>
        !ticket.IsUnresolved || ticket.Status == TicketStatus.Scheduled
            ? new TicketNotOpen(ticket.Status)
            : Answered(ticket, now).Then(answered => TicketRules.MoveTo(answered, TicketStatus.Resolved, TicketActor.Staff, now));

    /// <summary>The customer wants a quote for what was turned down: it is open again, as work of the kind that is quoted (ALF-01).</summary>
    public static Result<TicketChange> AskForQuote(TicketState ticket, TicketPolicy policy, string kindKey, Instant now) =>
        ticket.Status != TicketStatus.Resolved
            ? new QuoteNotOffered()
            : ClassProposal.Propose(policy, kindKey, null, null).Map(proposed => TicketRules.MoveTo(
                ticket with { KindKey = kindKey, ClassKey = proposed.Key, ClassConfirmed = false, Assessed = false, QueuedAt = null },
                TicketStatus.Open,
                TicketActor.Customer,
                now));

    /// <summary>Whether priority can be asked for on a ticket (ALF-10).</summary>
    public static bool CanAskForPriority(TicketState ticket, IntakePolicy intake) =>
        intake.Priority is { } priority && ticket.IsUnresolved && ticket.Status != TicketStatus.Scheduled && priority.FromClasses.Contains(ticket.ClassKey);

    private static TicketChange Answered(TicketState ticket, Instant now) => ticket.FirstAnsweredAt is null
        ? TicketChange.Of(ticket with { FirstAnsweredAt = now }, new TicketFirstAnswered(now))
        : TicketChange.Of(ticket);

    // To ask back is to study no further for now.
    private static TicketChange Studied(TicketState ticket, TicketPolicy policy, AnalysisOutcome outcome, Instant now) =>
        outcome is not (AnalysisOutcome.Clarification or AnalysisOutcome.Done or AnalysisOutcome.Unresolved)
        && policy.FindKind(ticket.KindKey) is { } kind && TicketSteps.NeedsAssessment(ticket, kind, TicketStatus.Planned)
            ? TicketRules.MoveTo(ticket, TicketStatus.Assessing, TicketActor.Staff, now)
            : TicketChange.Of(ticket);

    /// <summary>It is known that it will be quoted, which ends the analysis; it waits for approval once the quote is there.</summary>
    private static Result<TicketChange> Forward(TicketState ticket, TicketPolicy policy, Instant now)
    {
        if (ticket.NeedsViability)
        {
            return new ViabilityFirst(ticket.KindKey);
        }

        var moved = ticket.Status == TicketStatus.Assessing
            ? TicketChange.Of(ticket)
            : TicketRules.Move(ticket, policy, TicketStatus.Assessing, TicketActor.Staff, now);
        return moved.Map(change => change with { Ticket = change.Ticket with { Assessed = true, AssessedAt = change.Ticket.AssessedAt ?? now } });
    }
}
