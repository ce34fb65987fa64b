using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>How often a price recurs, and the grid of period boundaries that it makes from an anchor, in UTC.</summary>
internal readonly record struct Recurrence(string Interval, int Count)
{
    public static Recurrence Of(JsonObject price)
    {
        var recurring = price.Object("recurring");
        return new(recurring.Text("interval"), (int)recurring.Number("interval_count"));
    }

    /// <summary>
    /// The boundary a number of steps after the anchor (before it, when negative). Months are always counted from the
    /// anchor, so that an anchor on the 31st falls on the last day of a short month and on the 31st of a long one.
    /// </summary>
    public long Step(long anchor, int steps)
    {
        var instant = DateTimeOffset.FromUnixTimeSeconds(anchor);
        var moved = Interval switch
        {
            "day" => instant.AddDays(steps * Count),
            "week" => instant.AddDays(7 * steps * Count),
            "month" => instant.AddMonths(steps * Count),
            _ => instant.AddYears(steps * Count),
        };
        return moved.ToUnixTimeSeconds();
    }

    /// <summary>The period of the grid that holds an instant; its end is exclusive.</summary>
    public (long Start, long End) PeriodAt(long anchor, long instant)
    {
        var approximateLength = Math.Max(1, Step(anchor, 1) - anchor);
        var step = (int)((instant - anchor) / approximateLength);
        while (Step(anchor, step) > instant)
        {
            step--;
        }

        while (Step(anchor, step + 1) <= instant)
        {
            step++;
        }

        return (Step(anchor, step), Step(anchor, step + 1));
    }
}
