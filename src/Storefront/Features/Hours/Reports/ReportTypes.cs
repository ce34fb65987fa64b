using NodaTime;
using Storefront.Features.Accounts;

namespace Storefront.Features.Hours.Reports;

/// <summary>What became of the hours of a billing period.</summary>
[ObjectType("HourReport")]
public sealed class HourReportView(PeriodReport report)
{
    /// <summary>Its first day.</summary>
    public LocalDate Start => report.Start;

    /// <summary>The day after its last.</summary>
    public LocalDate End => report.End;

    /// <summary>Minutes there were before it began.</summary>
    public int BeginMinutes => report.BeginMinutes;

    /// <summary>Minutes that came.</summary>
    public int AddedMinutes => report.AddedMinutes;

    /// <summary>Minutes of work, less what was taken back.</summary>
    public int UsedMinutes => report.UsedMinutes;

    /// <summary>Minutes that lapsed and did not roll over.</summary>
    public int LapsedMinutes => report.LapsedMinutes;

    /// <summary>Minutes that went on to the next period.</summary>
    public int RolledOverMinutes => report.RolledOverMinutes;

    /// <summary>Minutes that were left the moment before it ended.</summary>
    public int EndMinutes => report.EndMinutes;

    /// <summary>Day by day.</summary>
    public IReadOnlyList<HourDayView> Days => [.. report.Days.Select(day => new HourDayView(day))];
}

/// <summary>The hours of a day of the house's zone.</summary>
[ObjectType("HourDay")]
public sealed class HourDayView(HourDay day)
{
    /// <summary>The day.</summary>
    public LocalDate Day => day.Day;

    /// <summary>Minutes there were when it ended.</summary>
    public int LeftMinutes => day.LeftMinutes;

    /// <summary>Minutes of work, less what was taken back.</summary>
    public int UsedMinutes => day.UsedMinutes;

    /// <summary>Minutes that came in, less what lapsed.</summary>
    public int AddedMinutes => day.AddedMinutes;
}

/// <summary>An account's reports.</summary>
[ExtendObjectType<AccountView>]
public static class AccountReports
{
    /// <summary>The report of a billing period that is over; null when none began that day.</summary>
    /// <param name="account">The account.</param>
    /// <param name="periodStart">The period's first day.</param>
    /// <param name="reports">Reads it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [Authorize(Scopes = ["hours:read"])]
    public static async Task<HourReportView?> HourReportAsync(
        [Parent] AccountView account, LocalDate periodStart, PeriodReports reports, CancellationToken cancellationToken) =>
        await reports.ReadAsync(account.AccountId, periodStart, cancellationToken) is { } report ? new HourReportView(report) : null;

    /// <summary>The running billing period as far as it has come, for a burn-down; null where none runs.</summary>
    [Authorize(Scopes = ["hours:read"])]
    public static async Task<HourReportView?> HourBurnDownAsync(
        [Parent] AccountView account, PeriodReports reports, CancellationToken cancellationToken) =>
        await reports.ReadRunningAsync(account.AccountId, cancellationToken) is { } report ? new HourReportView(report) : null;
}
