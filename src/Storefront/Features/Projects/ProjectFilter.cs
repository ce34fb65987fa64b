using System.Globalization;
using NodaTime;
using Storefront.Domain.Projects;

namespace Storefront.Features.Projects;

/// <summary>Which of the house's projects are looked at, as the address says it.</summary>
/// <param name="Show">What of them.</param>
/// <param name="After">Behind which one the page begins; null for the beginning.</param>
public sealed record ProjectFilter(ProjectShow Show, ProjectPosition? After)
{
    public const int PageSize = 50;

    /// <summary>Where no time runs, it is as if it were due at the end of days.</summary>
    private static readonly Instant Never = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>What is due earliest comes first, so that what is late does.</summary>
    public IQueryable<Project> Apply(IQueryable<Project> projects, Instant now)
    {
        var chosen = Show switch
        {
            ProjectShow.Ours => projects.Where(row => row.Turn == StageOwner.House),
            ProjectShow.Late => projects.Where(row => row.TurnDueAt < now),
            ProjectShow.Customers => projects.Where(row => row.Turn == StageOwner.Customer),
            ProjectShow.Stopped => projects.Where(
                row => row.Status == ProjectStatus.Suspended || row.Status == ProjectStatus.WithSales || row.Status == ProjectStatus.Canceled),
            ProjectShow.Completed => projects.Where(row => row.CompletedAt != null),
            _ => projects.Where(row => (row.CompletedAt == null || row.Turn != null) && row.Status != ProjectStatus.Canceled),
        };
        if (After is var (owner, due, number))
        {
            chosen = chosen.Where(row => (row.Turn == StageOwner.House ? 0 : 1) > owner
                || ((row.Turn == StageOwner.House ? 0 : 1) == owner
                    && ((row.TurnDueAt ?? Never) > due || ((row.TurnDueAt ?? Never) == due && row.Number > number))));
        }

        return chosen.OrderBy(row => row.Turn == StageOwner.House ? 0 : 1).ThenBy(row => row.TurnDueAt ?? Never).ThenBy(row => row.Number);
    }

    public static ProjectPosition PositionOf(Project row) => new(row.Turn == StageOwner.House ? 0 : 1, row.TurnDueAt ?? Never, row.Number);
}

/// <summary>Where a page of the board ended.</summary>
/// <param name="Owner">0 for the house's turn, 1 for anybody else's.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="Number">The project's.</param>
public readonly record struct ProjectPosition(int Owner, Instant DueAt, int Number)
{
    public static ProjectPosition? Parse(string? text) => text?.Split('-') is [var owner, var due, var number]
        && int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var whose)
        && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks < Instant.MaxValue.ToUnixTimeTicks()
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new ProjectPosition(whose, Instant.FromUnixTimeTicks(ticks), last)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Owner}-{DueAt.ToUnixTimeTicks()}-{Number}");
}

/// <summary>What of the house's projects is looked at.</summary>
public enum ProjectShow
{
    /// <summary>What is not over, ours first: also what is completed while somebody still has something to do, such as the workshop (TEC-10).</summary>
    Open,

    /// <summary>What should have been done already, by whomever.</summary>
    Late,

    /// <summary>Where it is the house's turn.</summary>
    Ours,

    /// <summary>Where it is the customer's turn.</summary>
    Customers,

    /// <summary>What stands still.</summary>
    Stopped,

    /// <summary>What is finished.</summary>
    Completed,
}
