using Storefront.Domain.Tickets;

namespace Storefront.Features.Desk.Lists;

/// <summary>A page of the desk's list.</summary>
/// <param name="Entries">The tickets, in order.</param>
/// <param name="Total">How many fit, on all pages.</param>
/// <param name="Counts">How many tickets each view shows, whatever else is asked for.</param>
public sealed record DeskListPage(IReadOnlyList<DeskEntry> Entries, int Total, DeskCounts Counts);

/// <summary>A column of the board.</summary>
/// <param name="Status">Where its tickets stand.</param>
/// <param name="Entries">The first of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record DeskColumn(TicketStatus Status, IReadOnlyList<DeskEntry> Entries, int Total);

/// <summary>How many unfinished tickets are alike.</summary>
public sealed record DeskCount(TicketStatus Status, bool ClassConfirmed, bool IsMine, bool IsNobodys, TargetUrgency Risk, int Count);

/// <summary>How many unfinished tickets each view shows.</summary>
public sealed record DeskCounts(IReadOnlyList<DeskCount> Groups)
{
    public int Missed => Sum(group => group.Risk == TargetUrgency.Missed);

    public int Soon => Sum(group => group.Risk == TargetUrgency.Soon);

    /// <summary>Zero for what is finished, which nobody counts.</summary>
    public int Of(DeskFilter filter) => Sum(group => filter switch
    {
        DeskFilter.Open => group.Status is TicketStatus.Open or TicketStatus.Assessing or TicketStatus.Planned or TicketStatus.InProgress,
        DeskFilter.Mine => group.IsMine,
        DeskFilter.Unassigned => group.IsNobodys,
        DeskFilter.Unconfirmed => !group.ClassConfirmed,
        DeskFilter.Urgent => group.Risk != TargetUrgency.None,
        DeskFilter.Waiting => group.Status is TicketStatus.WaitingForCustomer or TicketStatus.AwaitingApproval,
        DeskFilter.Scheduled => group.Status == TicketStatus.Scheduled,
        DeskFilter.Done => false,
    });

    private int Sum(Func<DeskCount, bool> fits) => Groups.Where(fits).Sum(group => group.Count);
}
