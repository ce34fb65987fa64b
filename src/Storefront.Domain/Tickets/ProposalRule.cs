namespace Storefront.Domain.Tickets;

/// <summary>What a ticket that fits is proposed as. What is null fits anything.</summary>
/// <param name="Kind">The key of a kind.</param>
/// <param name="Urgency">How soon it is needed.</param>
/// <param name="Impact">How much it stops.</param>
/// <param name="ClassKey">The class proposed.</param>
public sealed record ProposalRule(string? Kind, Urgency? Urgency, Impact? Impact, string ClassKey);

/// <summary>How soon something is needed, as the customer says.</summary>
public enum Urgency
{
    /// <summary>It can wait until it is planned.</summary>
    Low,

    /// <summary>Every hour counts.</summary>
    High,
}

/// <summary>How much of the customer's business something stops, as the customer says.</summary>
public enum Impact
{
    /// <summary>There is another way meanwhile, or it is a detail.</summary>
    Low,

    /// <summary>It touches sales, an essential function or an important project.</summary>
    High,
}
