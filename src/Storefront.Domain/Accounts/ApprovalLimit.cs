using Storefront.Domain.Quotes;

namespace Storefront.Domain.Accounts;

/// <summary>
/// The most that a member may approve on one quote, in whole minutes; null for no limit. There is no limit of nothing: whoever approves nothing
/// is a viewer. An owner may have one too, which it or another owner can raise.
/// </summary>
public static class ApprovalLimit
{
    /// <summary>A minute.</summary>
    public const int LeastMinutes = 1;

    /// <summary>What the largest quote takes.</summary>
    public const int MostMinutes = QuoteRules.MostMinutes;

    /// <summary>Why a limit cannot be; null when it can.</summary>
    public static ApprovalLimitNotValid? Check(int? minutes) =>
        minutes is < LeastMinutes or > MostMinutes ? new ApprovalLimitNotValid(LeastMinutes, MostMinutes) : null;
}
