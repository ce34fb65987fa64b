using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>How a house takes in what is asked for: how its analysis ends, what it turns down, and who may write. Filled from the handbook.</summary>
/// <param name="Outcomes">How an analysis can end, in the order offered; empty where the house has none (ALF-07).</param>
/// <param name="Outside">What is outside support (ALF-01, SEN-13).</param>
/// <param name="Priority">How priority is asked for; null where it cannot be (ALF-10).</param>
/// <param name="StaffWriteToThirdParties">Whether staff may write to third parties too; customers always may, about their own tickets (FEN-17, FLU-25).</param>
/// <param name="UnknownSenders">What becomes of mail of people whom nobody knows.</param>
/// <param name="MostPerSender">How many messages of one sender are taken in an hour; what is more waits for staff.</param>
public sealed record IntakePolicy(
    IReadOnlyList<AnalysisOutcome> Outcomes,
    IReadOnlyList<OutsideSupport> Outside,
    PriorityPolicy? Priority,
    bool StaffWriteToThirdParties,
    UnknownSenderRule UnknownSenders,
    int MostPerSender)
{
    /// <summary>Of a house that says nothing of it.</summary>
    public static IntakePolicy None { get; } = new([], [], null, false, UnknownSenderRule.Answer, 20);

    /// <summary>What of that key is outside support; null when the house has none such.</summary>
    public OutsideSupport? FindOutside(string? key) => Outside.FirstOrDefault(known => known.Key == key);
}

/// <summary>Something that is not support, and is turned down as such.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">What it is.</param>
/// <param name="WayOn">Why it is not support and what the customer can do instead.</param>
/// <param name="QuoteKind">The kind of work as which it can be quoted; null where it cannot.</param>
public sealed record OutsideSupport(string Key, LocalizedText Name, LocalizedText WayOn, string? QuoteKind);

/// <summary>How priority is asked for.</summary>
/// <param name="ClassKey">The class that it asks for, which the house gives or not.</param>
/// <param name="FromClasses">The classes whose open tickets can ask.</param>
public sealed record PriorityPolicy(string ClassKey, IReadOnlyList<string> FromClasses);

/// <summary>How an analysis ends (ALF-07).</summary>
public enum AnalysisOutcome
{
    /// <summary>It was done and answered.</summary>
    Done,

    /// <summary>The customer has to clear something up, by ticket, phone or call; it waits for that.</summary>
    Clarification,

    /// <summary>It goes on to a quote with value and deadline.</summary>
    Quote,

    /// <summary>It is returned unsolved, with an explanation.</summary>
    Unresolved,

    /// <summary>It has an expected date, at no charge.</summary>
    Date,
}

/// <summary>What becomes of mail of people whom nobody knows.</summary>
public enum UnknownSenderRule
{
    /// <summary>They are told how to become known and whom to call.</summary>
    Answer,

    /// <summary>It waits until staff say whose it is.</summary>
    Hold,
}
