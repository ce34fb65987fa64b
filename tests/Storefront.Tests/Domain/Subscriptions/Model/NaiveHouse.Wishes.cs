using NodaTime;

namespace Storefront.Tests.Domain.Subscriptions.Model;

/// <content>What a customer and staff ask for.</content>
internal sealed partial class NaiveHouse
{
    private const int UnknownMonths = 2;

    private readonly Dictionary<LocalDate, (decimal Amount, bool OnTime)> commissions = [];
    private NaivePlan? earned;
    private (NaivePlan Plan, LocalDate On)? earnedNext;

    public int Uses => uses.Count;

    private NaivePlan Effective => earned is { } plan && plan.Rank > Plan.Rank ? plan : Plan;

    private int NextGrant => !Runs || pauses || EndsOn <= PeriodEnd ? 0 : Granted(PeriodEnd >= TermEnd ? TermsFrom(PeriodEnd) : lasting ?? Plan);

    /// <summary>How many minutes were there to be taken; none where it is refused.</summary>
    public int Use(int wanted)
    {
        if (PastDue && !Paid && !Trusted)
        {
            return 0;
        }

        var some = rules.Bills ? Math.Min(wanted, Balance) : wanted;
        if (some > Balance || some == 0)
        {
            return 0;
        }

        uses.Add(Take(some));
        return some;
    }

    public bool TakeBack(int index)
    {
        if (!Runs)
        {
            return false;
        }

        var homeless = 0;
        foreach (var (heap, some) in uses[index])
        {
            if (heaps.Contains(heap))
            {
                heap.Left += some;
            }
            else
            {
                homeless += some;
            }
        }

        Put(homeless, PeriodEnd, place: 5);
        uses[index] = [];
        return true;
    }

    public bool Correct(int minutes)
    {
        if (minutes < 0 ? -minutes > Balance : !Runs)
        {
            return false;
        }

        Put(minutes, PeriodEnd, place: 4);
        _ = minutes < 0 ? Take(-minutes) : [];
        return true;
    }

    /// <summary>Why not; null when it was brought forward.</summary>
    public string? Advance(int wanted)
    {
        if (rules.Advance == 0)
        {
            return "ADVANCES_NOT_OFFERED";
        }

        if (!Runs || PastDue || !Paid)
        {
            return Runs ? "PAYMENT_OVERDUE" : "SUBSCRIPTION_NOT_READY";
        }

        var before = Scheduled;
        if (Scheduled is { } change && change.On == PeriodEnd && change.To.Rank < (lasting ?? Plan).Rank)
        {
            Scheduled = (change.To, Boundary(TermEnd, (lasting ?? Plan).Months));
        }

        var next = NextGrant;
        var had = Owed + heaps.Where(heap => heap.Advanced).Sum(heap => heap.Whole);
        if (next == 0 || wanted > (next * rules.Advance / 100) - had)
        {
            Scheduled = before;
            return next == 0 ? "NO_PERIOD_FOLLOWS" : "ADVANCE_LIMIT_REACHED";
        }

        Put(wanted, PeriodEnd, place: 6, advanced: true);
        return null;
    }

    public string? Pause()
    {
        var goesOn = Runs && !(EndsOn <= PeriodEnd);
        pauses |= rules.ForAWhile && goesOn;
        return !rules.ForAWhile ? "PAUSE_NOT_OFFERED" : goesOn ? null : "SUBSCRIPTION_NOT_READY";
    }

    public string? Resume()
    {
        if (pauses)
        {
            pauses = false;
            return null;
        }

        if (!Paused)
        {
            return "SUBSCRIPTION_NOT_READY";
        }

        if (pausedMonths == 0)
        {
            (Plan, Scheduled) = (TermsFrom(TermEnd), null);
            (Awaits, anchor, month, termStart, TermEnd, PaidUntil, grantedUntil) = (true, Today, 0, Today, Today, Today, Today);
            return null;
        }

        termStart = pausedOn < TermEnd ? termStart.PlusDays(Period.DaysBetween(pausedOn!.Value, Today)) : Today;
        (anchor, month, pausedOn, grantedUntil) = (Today, 0, null, Today);
        TermEnd = PaidUntil = anchor.PlusMonths(pausedMonths);
        Scheduled = Scheduled is { } change ? (change.To, TermEnd) : null;
        pausedMonths = 0;
        Grant();
        return null;
    }

    public string? Cancel()
    {
        if (Over)
        {
            return "SUBSCRIPTION_NOT_READY";
        }

        var committed = started.PlusMonths(rules.Contract) > TermEnd;
        if (Awaits || (Paused && pausedMonths == 0) || (Runs && !Paid && !committed))
        {
            End();
        }
        else
        {
            cancels = true;
        }

        return null;
    }

    public string? Keep()
    {
        var had = cancels;
        cancels = false;
        return had ? null : "SUBSCRIPTION_NOT_READY";
    }

    public string? DropChange()
    {
        // What was paid for ahead comes as it was paid.
        if (Scheduled is not { } change || change.On < PaidUntil)
        {
            return "SUBSCRIPTION_NOT_READY";
        }

        Scheduled = null;
        return null;
    }

    /// <summary>Puts a month's commission down; gives why not.</summary>
    public string? Record(LocalDate firstDay, decimal amount, bool onTime)
    {
        if (firstDay.PlusMonths(1) > Today)
        {
            return "COMMISSION_MONTH_NOT_OVER";
        }

        if (commissions.Keys.Any(known => known >= firstDay))
        {
            return commissions.ContainsKey(firstDay) ? "COMMISSION_MONTH_RECORDED" : "COMMISSION_MONTH_OUT_OF_ORDER";
        }

        commissions[firstDay] = (amount, onTime);
        var row = Enumerable.Range(0, 4).Select(back => commissions.GetValueOrDefault(firstDay.PlusMonths(-back))).ToList();
        var average = row.TrueForAll(each => each.OnTime) ? row.Sum(each => each.Amount) / 4 : 0;
        var key = average > 328_000 ? "platinum" : average >= 130_000 ? "gold" : average >= 76_200 ? "silver" : null;
        var recent = firstDay.PlusMonths(UnknownMonths + 1) > Today;
        if (Runs)
        {
            earnedNext = key is null || !recent ? null : (rules.Find(key, 1)!, PeriodEnd);
        }

        return null;
    }

    private int Granted(NaivePlan plan) => earnedNext is { } next && next.On == PeriodEnd ? Math.Max(plan.Minutes, next.Plan.Minutes) : plan.Minutes;

    private (Heap Heap, int Some)[] Take(int wanted)
    {
        List<(Heap, int)> taken = [];
        foreach (var heap in heaps.OrderBy(heap => heap.Ends).ThenBy(heap => heap.Place).ThenBy(heap => heap.Born).ToList())
        {
            var some = Math.Min(wanted, heap.Left);
            heap.Left -= some;
            wanted -= some;
            taken.Add((heap, some));
        }

        return [.. taken];
    }
}
