using NodaTime;

namespace Storefront.Tests.Domain.Subscriptions.Model;

/// <summary>
/// A customer of a house told day by day, as somebody would with a calendar and a heap of counters: every midnight is lived through, and no
/// rule of the product is asked. It knows no instants, no zones and no lots beyond a number and a day.
/// </summary>
internal sealed partial class NaiveHouse(NaiveRules rules, LocalDate bought, NaivePlan first)
{
    private readonly List<Heap> heaps = [];
    private readonly List<(Heap Heap, int Some)[]> uses = [];
    private LocalDate started = bought;
    private LocalDate anchor = bought;
    private int month;
    private LocalDate termStart = bought;
    private LocalDate grantedUntil = bought;
    private NaivePlan? lasting;
    private bool pauses;
    private bool cancels;
    private LocalDate? pausedOn;
    private int pausedMonths;
    private int born;

    public LocalDate Today { get; private set; } = bought;

    public NaivePlan Plan { get; private set; } = first;

    public (NaivePlan To, LocalDate On)? Scheduled { get; private set; }

    public int Owed { get; private set; }

    public bool Over { get; private set; }

    public bool Awaits { get; private set; }

    public bool PastDue { get; private set; }

    public LocalDate PaidUntil { get; private set; } = bought.PlusMonths(first.Months);

    public LocalDate TermEnd { get; private set; } = bought.PlusMonths(first.Months);

    /// <summary>What fell due, on which day.</summary>
    public List<(LocalDate On, long Price)> Due { get; } = [];

    /// <summary>What was left when each day was over.</summary>
    public Dictionary<LocalDate, int> Evenings { get; } = [];

    public int Balance => heaps.Sum(heap => heap.Left);

    public bool Paused => pausedOn is not null && !Awaits;

    public bool Runs => !Over && !Awaits && pausedOn is null;

    public bool Paid => PaidUntil > PeriodStart;

    public bool PaidAhead => PaidUntil > TermEnd;

    public bool Free => (lasting ?? Plan).Price == 0;

    public LocalDate PeriodStart => anchor.PlusMonths(month);

    public LocalDate PeriodEnd => anchor.PlusMonths(month + 1);

    /// <summary>Whether somebody waits for money.</summary>
    public bool Asks => Awaits || (Runs && !Paid && Plan.Price > 0);

    private bool Trusted => Today < PaidUntil.PlusDays(rules.Grace);

    private LocalDate? EndsOn => !cancels ? null : Later(TermEnd, started.PlusMonths(rules.Contract));

    public NaiveHouse Begin()
    {
        Grant();
        return this;
    }

    /// <summary>A plan for somebody who has none, or one that costs nothing.</summary>
    public void Buy(NaivePlan plan)
    {
        var (had, replaces) = (Effective, Runs && !Over);
        (started, anchor, month, termStart) = (Today, Today, 0, Today);
        (Plan, lasting, Scheduled, pauses, cancels, pausedOn, PastDue, Over, Awaits) = (plan, null, null, false, false, null, false, false, false);
        TermEnd = PaidUntil = Today.PlusMonths(plan.Months);
        earned = null;
        grantedUntil = Today;
        if (replaces)
        {
            grantedUntil = PeriodEnd;
            earnedNext = earnedNext is { } next ? (next.Plan, PeriodEnd) : null;
            Put(plan.Minutes - had.Minutes, PeriodEnd, place: 2, counts: true);
        }
        else
        {
            earnedNext = null;
            Grant();
        }
    }

    public void LiveUntil(LocalDate day)
    {
        while (Today < day)
        {
            Evenings[Today] = Balance;
            Today = Today.PlusDays(1);
            Midnight();
        }
    }

    public void Pay()
    {
        if (Awaits)
        {
            (Awaits, pausedOn, anchor, month, termStart) = (false, null, Today, 0, Today);
            TermEnd = PaidUntil = Today.PlusMonths(Plan.Months);
            grantedUntil = Today;
            Grant();
            return;
        }

        var end = Boundary(PaidUntil, TermsFrom(PaidUntil).Months);

        // A debt of an earlier term is not paid into the one that runs.
        end = PaidUntil < termStart && end > termStart ? termStart : end;
        if (pausedOn is { } since)
        {
            PaidUntil = end;
            pausedMonths = MonthsBetween(since, end);
            return;
        }

        if (end <= PeriodStart && grantedUntil <= PaidUntil)
        {
            termStart = PeriodStart;
            TermEnd = end = Boundary(PeriodStart, Plan.Months);
        }

        PaidUntil = end;
        PastDue &= !Paid;
        Grant();
    }

    public void FailToPay() => PastDue |= Runs && !Paid;

    private void Midnight()
    {
        if (Over || Awaits || Paused || Today < PeriodEnd)
        {
            Lapse();
            BecomeOverdue();
            return;
        }

        if (EndsOn <= Today)
        {
            End();
            return;
        }

        var goodStanding = PaidUntil > Today || Trusted;
        var unused = heaps.Where(heap => heap.Counts && heap.Ends == Today).Sum(heap => heap.Left);
        Lapse();
        if (goodStanding)
        {
            Put(unused * rules.Rollover / 100, anchor.PlusMonths(month + 2), place: 0);
        }

        (Plan, lasting) = (lasting ?? Plan, null);
        if (pauses)
        {
            (pauses, pausedOn, earned, earnedNext, PastDue) = (false, Today, null, null, false);
            pausedMonths = MonthsBetween(Today, PaidUntil);
            return;
        }

        if (Today >= TermEnd)
        {
            Renew();
        }

        month++;
        earned = earnedNext?.On == Today ? earnedNext.Value.Plan : null;
        earnedNext = null;
        BecomeOverdue();
        Grant();
    }

    private void Renew()
    {
        if (Scheduled is { } change && change.On <= Today)
        {
            if (Owed > 0 && change.To.Rank < Plan.Rank)
            {
                Scheduled = (change.To, Boundary(Today, Plan.Months));
            }
            else
            {
                (Plan, Scheduled) = (change.To, null);
            }
        }

        (termStart, TermEnd) = (Today, Boundary(Today, Plan.Months));
        if (PaidUntil >= TermEnd)
        {
            return;
        }

        if (Plan.Price == 0)
        {
            PaidUntil = TermEnd;
        }
        else
        {
            Due.Add((Today, Plan.Price));
        }
    }

    private void BecomeOverdue() => PastDue |= Runs && !Paid && !Trusted;

    private void Grant()
    {
        if (!Runs || grantedUntil >= PeriodEnd || (!Paid && !Trusted))
        {
            return;
        }

        grantedUntil = PeriodEnd;
        var back = Math.Min(Owed, Plan.Minutes);
        Owed -= back;
        Put(Plan.Minutes - back, PeriodEnd, place: 1, counts: true);
        Put(Effective.Minutes - Plan.Minutes, PeriodEnd, place: 3, counts: true);
    }

    private void Lapse()
    {
        foreach (var heap in heaps.Where(heap => heap.Ends <= Today).ToList())
        {
            Owed += heap.Advanced ? heap.Whole - heap.Left : 0;
            heaps.Remove(heap);
        }
    }

    private void End()
    {
        heaps.Clear();
        (Over, Awaits, Owed, Scheduled, lasting, cancels, pauses, pausedOn, pausedMonths) = (true, false, 0, null, null, false, false, null, 0);
        (earned, earnedNext, PastDue) = (null, null, false);
        if (rules.Base is { } free)
        {
            Buy(free);
        }
    }

    private void Put(int some, LocalDate ends, int place, bool counts = false, bool advanced = false)
    {
        if (some > 0)
        {
            heaps.Add(new Heap(some, ends, place, counts, advanced, born++) { Left = some });
        }
    }

    private NaivePlan TermsFrom(LocalDate start) => Scheduled is { } change && change.On <= start ? change.To : lasting ?? Plan;

    private LocalDate Boundary(LocalDate from, int months) => anchor.PlusMonths(MonthsBetween(anchor, from) + months);

    /// <summary>Boundaries passed on the way, counted one by one.</summary>
    private int MonthsBetween(LocalDate from, LocalDate to)
    {
        var (passed, index) = (0, -30);
        while (anchor.PlusMonths(index) <= from)
        {
            index++;
        }

        for (; anchor.PlusMonths(index) <= to; index++)
        {
            passed++;
        }

        return passed;
    }

    private static LocalDate Later(LocalDate one, LocalDate other) => one > other ? one : other;

    private sealed record Heap(int Whole, LocalDate Ends, int Place, bool Counts, bool Advanced, int Born)
    {
        public int Left { get; set; }
    }
}
