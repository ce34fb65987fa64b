using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>Which class the form proposes (FLU-12).</summary>
public static class ClassProposal
{
    /// <summary>The class of the first rule that fits, or <see cref="UnknownTicketKind"/> or <see cref="ClassAnswersMissing"/>.</summary>
    /// <param name="policy">The house's.</param>
    /// <param name="kindKey">The sort of work.</param>
    /// <param name="urgency">As the customer says; null where it was not asked or not answered.</param>
    /// <param name="impact">As the customer says; null where it was not asked or not answered.</param>
    public static Result<TicketClass> Propose(TicketPolicy policy, string kindKey, Urgency? urgency, Impact? impact)
    {
        if (policy.FindKind(kindKey) is null)
        {
            return new UnknownTicketKind(kindKey, [.. policy.Kinds.Select(kind => kind.Key)]);
        }

        var rule = policy.Proposal.FirstOrDefault(rule =>
            (rule.Kind is null || rule.Kind == kindKey)
            && (rule.Urgency is null || rule.Urgency == urgency)
            && (rule.Impact is null || rule.Impact == impact));
        return rule is not null && policy.FindClass(rule.ClassKey) is { } @class ? @class : new ClassAnswersMissing();
    }
}
