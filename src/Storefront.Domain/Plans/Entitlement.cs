using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>Something that a plan includes besides its hours (FLU-28), shown with it.</summary>
/// <param name="Key">Its name for programs, the same in every plan that includes it.</param>
/// <param name="Text">What customers are told.</param>
/// <param name="Row">What plans are compared by, where several entitlements answer it differently (FEN-18); null for one that is included or not.</param>
/// <param name="Value">This one's answer in that row; null when there is no row.</param>
/// <param name="Provides">What the house does because of it; null where it is said and nothing is arranged.</param>
public sealed record Entitlement(
    string Key, LocalizedText Text, LocalizedText? Row = null, LocalizedText? Value = null, PlanService? Provides = null);

/// <summary>What a house arranges for who has a plan (FLU-23, FEN-18).</summary>
public enum PlanService
{
    /// <summary>A channel of its own to the people who do the work.</summary>
    DirectChannel,

    /// <summary>A person who looks after the account.</summary>
    AssignedContact,

    /// <summary>Help by phone while the house is open.</summary>
    Phone,

    /// <summary>A follow-up meeting every week.</summary>
    WeeklyMeeting,

    /// <summary>A follow-up meeting every two weeks.</summary>
    FortnightlyMeeting,

    /// <summary>A follow-up meeting every month.</summary>
    MonthlyMeeting,
}
