using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours;

/// <summary>Why an entry was made (COM-02).</summary>
/// <param name="Kind">The sort of cause.</param>
/// <param name="SubjectId">The thing that caused it: the subscription of a period, the plan change, the work log, the entry that is reversed.</param>
/// <param name="TicketId">The ticket it belongs to, if any.</param>
/// <param name="Reason">Staff's words for a correction; personal text, which the store keeps where it can be erased.</param>
/// <param name="UsedAt">When the work was done that is taken back; null for all else. It says to which period's use the entry counts.</param>
public sealed record HourCause(
    HourCauseKind Kind, Guid? SubjectId = null, TicketId? TicketId = null, string? Reason = null, Instant? UsedAt = null);

/// <summary>The sorts of causes of the ledger's entries.</summary>
public enum HourCauseKind
{
    Payment,
    PlanChange,
    Advance,
    Loyalty,
    FreeGrant,
    WorkLog,
    PeriodEnd,
    StaffCorrection,
    Reversal,
}
