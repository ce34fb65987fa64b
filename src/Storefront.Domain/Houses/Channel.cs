using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A way in which customers ask for work.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">One sentence: how it is used.</param>
/// <param name="PlanKeys">The plans that include it; empty when all do (FLU-23).</param>
/// <param name="ClassKeys">The classes that it is for; empty when it is for all (SEN-12).</param>
/// <param name="By">How what comes by it reaches the program; null for the form and for what is only talked about.</param>
/// <param name="KindKey">The kind of work that a message is taken for, until staff say otherwise; null where it says itself.</param>
public sealed record Channel(
    string Key,
    LocalizedText Name,
    LocalizedText Description,
    IReadOnlyList<string> PlanKeys,
    IReadOnlyList<string> ClassKeys,
    ChannelWay? By = null,
    string? KindKey = null)
{
    /// <summary>Whether a ticket of that class belongs here (SEN-12).</summary>
    public bool Takes(string classKey) => ClassKeys.Count == 0 || ClassKeys.Contains(classKey);

    public bool IsIncludedIn(string planKey) => PlanKeys.Count == 0 || PlanKeys.Contains(planKey);
}

/// <summary>How what is asked for by a channel reaches the program.</summary>
public enum ChannelWay
{
    /// <summary>By mail to the house's address (ALF-03).</summary>
    Email,

    /// <summary>By a message to the house's number (ALF-03).</summary>
    Messaging,

    /// <summary>By voice: staff open the ticket for who calls (FEN-17).</summary>
    Phone,
}
