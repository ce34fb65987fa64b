using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Features.Meetings;
using Storefront.Hosting;

namespace Storefront.Features.Projects;

/// <summary>A project's dates as a calendar (RFC 5545): what is due, meetings, and the expected delivery.</summary>
public sealed class ProjectCalendar(OwnAddress address, ProjectSpeech speech, IStringLocalizer<ProjectPageTexts> texts)
{
    private static readonly Duration DefaultMeeting = Duration.FromHours(1);

    public string Write(ProjectView view)
    {
        var text = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Storefront//Projects//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"])
        {
            CalendarText.Fold(text, line);
        }

        foreach (var stage in view.State.Stages.Where(stage => stage is { IsRunning: true, DueAt: not null } && view.State.Suspension is null))
        {
            // A moment: what begins and has no end, since an end that is not later than the beginning is no event (RFC 5545, 3.6.1).
            var due = stage.DueAt!.Value;
            Event(text, view, $"due-{stage.Key}", texts["Calendar.Due", speech.StageOf(view.Current, stage.Key), view.Row.Number], $"DTSTART:{Utc(due)}");
        }

        foreach (var stage in view.State.Stages.Where(stage => stage.BookedFor is not null))
        {
            var from = stage.BookedFor!.Value;
            var to = from + (stage.BookedMinutes is { } minutes ? Duration.FromMinutes(minutes) : DefaultMeeting);
            Event(text, view, $"meeting-{stage.Key}", texts["Calendar.Meeting", speech.StageOf(view.Current, stage.Key), view.Row.Number], $"DTSTART:{Utc(from)}", $"DTEND:{Utc(to)}");
        }

        if (view.Report.Delivery is { } day)
        {
            var title = texts[view.State.DeliveredAt is null ? "Calendar.Expected" : "Calendar.Delivered", view.Row.Number];
            Event(text, view, "delivery", title, $"DTSTART;VALUE=DATE:{Day(day)}", $"DTEND;VALUE=DATE:{Day(day.PlusDays(1))}");
        }

        CalendarText.Fold(text, "END:VCALENDAR");
        return text.ToString();
    }

    private void Event(StringBuilder text, ProjectView view, string name, string title, params ReadOnlySpan<string> times)
    {
        CalendarText.Fold(text, "BEGIN:VEVENT");
        CalendarText.Fold(text, $"UID:{view.Row.Id.Value:N}-{name}@{address.Root.Host}");
        CalendarText.Fold(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{view.LastSequence}"));
        CalendarText.Fold(text, $"DTSTAMP:{Utc(view.At)}");
        foreach (var time in times)
        {
            CalendarText.Fold(text, time);
        }

        CalendarText.Fold(text, $"SUMMARY:{CalendarText.Escaped(title)}");
        CalendarText.Fold(text, $"URL:{address.To(string.Create(CultureInfo.InvariantCulture, $"projects/{view.Row.Number}")).AbsoluteUri}");
        CalendarText.Fold(text, "TRANSP:TRANSPARENT");
        CalendarText.Fold(text, "END:VEVENT");
    }

    private static string Utc(Instant instant) => instant.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(LocalDate day) => day.ToString("uuuuMMdd", CultureInfo.InvariantCulture);
}
