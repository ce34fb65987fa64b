namespace Storefront.Domain.Subscriptions;

/// <summary>One thing that is no longer as it was shown.</summary>
/// <param name="Field">Its name, such as <c>moneyNow</c> or <c>lines.1.amount</c>.</param>
/// <param name="Shown">What was shown; null when it was not there.</param>
/// <param name="Now">What it would be now; null when it is not there any more.</param>
public sealed record PreviewDifference(string Field, string? Shown, string? Now);
