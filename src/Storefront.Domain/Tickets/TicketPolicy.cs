namespace Storefront.Domain.Tickets;

/// <summary>How a house sorts, promises and orders its tickets. Filled from the handbook.</summary>
/// <param name="Classes">How severe tickets can be, each key once.</param>
/// <param name="Kinds">What sort of work tickets can ask for, each key once.</param>
/// <param name="Proposal">Which class the form proposes: the first rule that fits.</param>
/// <param name="Questions">What the form asks to propose a class; null where nothing is asked.</param>
/// <param name="Targets">The promises; a class without any has none.</param>
/// <param name="QueueOrder">What comes first in the queue, the strongest first.</param>
/// <param name="Scheduling">Whether a ticket can be opened for the next period (FLU-17).</param>
/// <param name="Limits">What the form accepts.</param>
/// <param name="Turns">Which promise is kept for one ticket of a customer at a time; null where all run at once (FEN-16).</param>
/// <param name="CustomerOrder">Whether customers may change the order of their own tickets that wait.</param>
public sealed record TicketPolicy(
    IReadOnlyList<TicketClass> Classes,
    IReadOnlyList<TicketKind> Kinds,
    IReadOnlyList<ProposalRule> Proposal,
    ClassQuestions? Questions,
    IReadOnlyList<TargetPolicy> Targets,
    IReadOnlyList<QueueKey> QueueOrder,
    bool Scheduling,
    TicketLimits Limits,
    TurnPolicy? Turns = null,
    bool CustomerOrder = false)
{
    /// <summary>The class of that key; null when the house has none such.</summary>
    public TicketClass? FindClass(string key) => Classes.FirstOrDefault(@class => @class.Key == key);

    /// <summary>The kind of that key; null when the house has none such.</summary>
    public TicketKind? FindKind(string key) => Kinds.FirstOrDefault(kind => kind.Key == key);
}
