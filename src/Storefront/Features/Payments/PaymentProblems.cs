namespace Storefront.Features.Payments;

/// <summary>What staff have to look at although the payment did what it was for: something about what went back of it.</summary>
internal static class PaymentProblems
{
    /// <summary>Credit that a returned payment had left behind was used already: the customer owes it.</summary>
    public const string CreditSpent = "CREDIT_SPENT";

    /// <summary>The card's bank sent back to us what was to go to the customer: it has to go another way.</summary>
    public const string RefundFailed = "REFUND_FAILED";

    /// <summary>The plan changed before the upgrade was paid in full that it was a part of: it is the customer's credit.</summary>
    public const string UpgradeOutdated = "UPGRADE_OUTDATED";

    /// <summary>Those of them that concern nobody but staff.</summary>
    public static readonly string[] OfReturns = [CreditSpent, RefundFailed, UpgradeOutdated];
}
