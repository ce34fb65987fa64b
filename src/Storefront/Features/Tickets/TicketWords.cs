using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Tickets;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Tickets;

/// <summary>Tickets in the reader's words: statuses, classes, places in the queue, due times.</summary>
public sealed class TicketWords(IStringLocalizer<TicketsTexts> texts, ReaderFormat format, Handbook handbook)
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    public string Status(TicketStatus status) => texts[$"Status.{status}"];

    /// <summary>The name of a class, as the desk and the house's own pages say it: "Critical"; the key of one that the house no longer has.</summary>
    public string Class(string key) => handbook.Tickets.FindClass(key)?.Name.In(Culture) ?? key;

    public string Kind(string key) => handbook.Tickets.FindKind(key)?.Name.In(Culture) ?? key;

    public string Platform(string key) => handbook.Platforms.FirstOrDefault(platform => platform.Key == key)?.Name.In(Culture) ?? key;

    public string AddOn(string key) => handbook.AddOns.FirstOrDefault(addOn => addOn.Key == key)?.Name.In(Culture) ?? key;

    public string Target(TargetKind kind) => texts[$"Target.{kind}"];

    public string Rating(int rating) => texts[$"Rating.{rating}"];

    /// <summary>An instant with its weekday, as promises are told: "Monday, 9 Nov 2026, 11:30".</summary>
    public string Due(Instant instant) => texts["Due.Moment", Weekday(format.Local(instant).DayOfWeek), format.Moment(instant)];

    /// <summary>The place in the queue: "No. 3 in the queue".</summary>
    public string Place(QueuePlace place) => place.Position == 1 ? texts["Queue.Next"] : texts["Queue.Place", place.Position];

    /// <summary>Why the place is no better: what stands ahead, and because of what.</summary>
    public string Reason(QueuePlace place)
    {
        (string Name, int Count)[] ahead =
        [
            ("Queue.MoreSevere", place.MoreSevereAhead), ("Queue.HigherPlan", place.HigherPlanAhead), ("Queue.Earlier", place.EarlierAhead),
        ];
        var reasons = ahead.Where(reason => reason.Count > 0).Select(reason => texts.Plural(reason.Name, reason.Count)).ToList();
        return reasons.Count == 0 ? texts["Queue.NoneAhead"] : $"{string.Join("; ", reasons)}.";
    }

    /// <summary>Between when and when work is expected to begin, and how that is known.</summary>
    public string Window(StartWindow window) => texts[$"Window.{window.Basis}", Due(window.From), Until(window)];

    /// <summary>What is promised: "within 4 business hours".</summary>
    public string Within(TargetDuration within) => within.Unit == TargetUnit.EndOfBusinessWeek
        ? texts["Within.EndOfBusinessWeek"]
        : texts.Plural($"Within.{within.Unit}", within.Amount);

    /// <summary>What the state means for the customer, in a sentence.</summary>
    public string Now(TicketState ticket) => ticket switch
    {
        { Status: TicketStatus.Scheduled } => texts["Now.Scheduled", format.Date(ticket.JoinsAt)],
        { Status: TicketStatus.Planned, PlannedFor: { } day } => texts["Now.PlannedFor", format.Date(day)],
        _ => texts[$"Now.{ticket.Status}"],
    };

    /// <summary>How a promise stands: when it is due, when it was met, or what it waits for.</summary>
    public string Progress(TargetProgress target) => target switch
    {
        { MetAt: { } met } => texts["Target.MetAt", Due(met)],
        { ExpectedFrom: { } from } => texts["Target.ExpectedFrom", Due(from)],
        { WaitsFor: { } reason } => texts[$"Pause.{reason}"],
        { State: TargetState.Missed, DueAt: { } due } => texts["Target.WasDue", Due(due)],
        { DueAt: { } due } => texts["Target.By", Due(due)],
        _ => texts["TargetState.NotStarted"],
    };

    /// <summary>What the house says of a promise that falls due while it is closed, and when it opens again; null when it is open then.</summary>
    public string? Absence(TargetProgress target) => target is { DueWhileClosed: true, MetAt: null, DueAt: { } due }
        ? $"{handbook.Texts.NobodyThere.In(Culture)} {texts["Target.BackOn", Due(handbook.Calendar.NextOpening(due))].Value}"
        : null;

    // The day is not said twice.
    private string Until(StartWindow window) =>
        format.Local(window.From).Date == format.Local(window.To).Date ? format.Time(window.To) : Due(window.To);

    private static string Weekday(IsoDayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));
}
