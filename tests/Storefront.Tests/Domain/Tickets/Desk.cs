using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Tests.Domain.Calendars;

namespace Storefront.Tests.Domain.Tickets;

/// <summary>Flunt's way with tickets, and a ticket to live through.</summary>
internal static class Desk
{
    public static readonly BusinessCalendar Calendar = TestCalendars.Flunt();

    public static readonly TicketPolicy Flunt = new(
        Classes: [Class("Q1", 1), Class("Q2", 2), Class("Q3", 3), Class("Q4", 4)],
        Kinds: [new TicketKind("support", Text("Support")), new TicketKind("development", Text("Development"), AssessedFirst: true)],
        Proposal:
        [
            new ProposalRule(null, Urgency.High, Impact.High, "Q1"),
            new ProposalRule(null, Urgency.High, Impact.Low, "Q2"),
            new ProposalRule(null, Urgency.Low, Impact.High, "Q3"),
            new ProposalRule(null, Urgency.Low, Impact.Low, "Q4"),
        ],
        Questions: null,
        Targets:
        [
            new TargetPolicy("Q1", TargetKind.Start, new TargetDuration(TargetUnit.BusinessHours, 4)),
            new TargetPolicy("Q1", TargetKind.Workaround, new TargetDuration(TargetUnit.ClockHours, 24)),
            new TargetPolicy("Q2", TargetKind.Start, new TargetDuration(TargetUnit.ClockHours, 24)),
            new TargetPolicy("Q2", TargetKind.Resolution, new TargetDuration(TargetUnit.BusinessDays, 5)),
            new TargetPolicy("Q3", TargetKind.PlannedBy, new TargetDuration(TargetUnit.EndOfBusinessWeek, 0)),
        ],
        QueueOrder: [QueueKey.ClassRank, QueueKey.Arrival],
        Scheduling: true,
        Limits: new TicketLimits(SubjectLength: 20, BodyLength: 100, Attachments: 5, AttachmentBytes: 1_000_000));

    public static TicketState Open(Instant at, Urgency urgency = Urgency.High, Impact impact = Impact.High, string kind = "support") =>
        TicketRules.Open(TicketId.New(at), Flunt, kind, urgency, impact, at).Value.Ticket;

    public static TicketState Move(this TicketState ticket, TicketStatus to, Instant at, TicketActor actor = TicketActor.Staff) =>
        TicketRules.Move(ticket, Flunt, to, actor, at).Value.Ticket;

    public static TicketState Reply(this TicketState ticket, TicketActor actor, Instant at) => TicketRules.Reply(ticket, actor, at).Value.Ticket;

    public static TicketState Classify(this TicketState ticket, string classKey, Instant at) =>
        TicketRules.Classify(ticket, Flunt, classKey, "Seen by the team", at).Value.Ticket;

    public static TargetProgress Target(this TicketState ticket, TargetKind kind, Instant now, BusinessCalendar? calendar = null) =>
        Targets.Of(Flunt.Targets, ticket, "business", calendar ?? Calendar, now).Single(target => target.Kind == kind);

    public static LocalizedText Text(string text) => new(("en", text));

    private static TicketClass Class(string key, int rank) => new(key, rank, Text(key), Text(key));
}
