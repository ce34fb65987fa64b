using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Meetings;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting;
using Storefront.Store.Outbox;

namespace Storefront.Features.Projects;

/// <summary>Puts letters about projects into the present language.</summary>
public sealed class ProjectLetters(Handbook handbook, OwnAddress address, IStringLocalizer<ProjectMailTexts> texts)
{
    /// <summary>Subject and body; each text has the same arguments, of which it takes what it needs.</summary>
    public (string Subject, string Body) Write(CurrentProject project, ProjectLetter letter, Addressee reader, Uri link)
    {
        var culture = CultureInfo.CurrentCulture;
        object[] arguments =
        [
            reader.Name,
            project.Row.Number,
            project.PackageName.In(culture),
            NameOf(project, letter)?.In(culture) ?? "",
            letter.Until is { } until ? MeetingTime.Write(until, reader.TimeZone ?? handbook.Zone.Id, handbook) : texts["Open"].Value,
            letter.Said ?? "",
            project.Row.ExpectedOn is { } day ? Written(day) : texts["NoDate"].Value,
            link.AbsoluteUri,
            handbook.House.Name,
            letter.Amount is { } amount ? MoneyText.Format(amount, culture) : "",
            letter.Notice?.Number ?? 0,
            letter.Notice?.Of ?? 0,
            letter.Reason is { } reason ? texts[$"Reason.{reason}"].Value : "",
            InputsOf(project),
        ];
        return (texts[$"Mail.{letter.Name}.Subject", arguments], texts[$"Mail.{letter.Name}.Body", arguments]);
    }

    /// <summary>The meeting's entry for the reader's calendar; moved, it is the same entry.</summary>
    public MailCalendar CalendarOf(CurrentProject project, MeetingBooked meeting, Addressee reader, Uri link, Instant now)
    {
        var culture = CultureInfo.CurrentCulture;
        var entry = new CalendarEntry(
            $"{project.Row.Id.Value:N}-{meeting.StageKey}@{address.Root.Host}",
            (int)Math.Min(int.MaxValue, Math.Max(0, (now - project.Row.OpenedAt).TotalMinutes)),
            IsCanceled: false,
            meeting.For,
            meeting.For + Duration.FromMinutes(meeting.Minutes),
            now,
            texts["Calendar.Summary", project.Terms.Template.Stage(meeting.StageKey).Name.In(culture), handbook.House.Name],
            texts["Calendar.Description", project.PackageName.In(culture), project.Row.Number],
            link,
            handbook.House.Name,
            handbook.House.Contacts.Points.FirstOrDefault(point => point.Kind == ContactKind.Email)?.Value ?? $"projects@{address.Root.Host}",
            reader.Name,
            reader.Email);
        return new MailCalendar(entry.Method, CalendarText.Write(entry));
    }

    private static LocalizedText? NameOf(CurrentProject project, ProjectLetter letter) => letter.StageKey is not { } key ? null
        : project.Terms.Template.Stages.FirstOrDefault(stage => stage.Key == key)?.Name
            ?? project.Terms.Template.Inputs.FirstOrDefault(input => input.Key == key)?.Name;

    /// <summary>What is still to be handed over, a line each.</summary>
    private static string InputsOf(CurrentProject project)
    {
        var culture = CultureInfo.CurrentCulture;
        return string.Join("\n", project.Terms.Template.Inputs
            .Where(input => project.State.Inputs.Any(stands => stands.Key == input.Key && !stands.IsHere))
            .Select(input => $"- {input.Name.In(culture)}"));
    }

    private static string Written(LocalDate day) => day.ToDateTimeUnspecified().ToString("D", CultureInfo.CurrentCulture);
}
