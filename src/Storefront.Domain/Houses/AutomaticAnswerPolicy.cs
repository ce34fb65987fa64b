namespace Storefront.Domain.Houses;

/// <summary>How a new ticket is first answered from the help centre, where it is (ALF-05).</summary>
/// <param name="ConfidencePercent">An answer is sent only where the help centre fits at least so well, 1 to 100.</param>
/// <param name="AfterSeconds">How long after opening, 0 to 120: people who are at it may be faster.</param>
public sealed record AutomaticAnswerPolicy(int ConfidencePercent, int AfterSeconds);
