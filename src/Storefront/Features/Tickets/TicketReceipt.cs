using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Tickets;
using Storefront.Features.Shared.Formatting;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>
/// The receipt of a ticket's promises as a file for spreadsheets: comma-separated (RFC 4180), UTF-8, a line for every stretch in which a
/// promise ran or stood still (COM-03). Instants are the reader's, with their offset.
/// </summary>
public sealed class TicketReceipt(TicketStore tickets, TicketWords words, ReaderZone zone, BusinessClock clock, IStringLocalizer<TicketsTexts> texts)
{
    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'sso<m>");

    public byte[] Write(TicketDetails details)
    {
        var now = clock.GetCurrentInstant();
        var csv = new StringBuilder();
        Line(csv, Columns().Select(column => texts[$"Csv.{column}"].Value));
        foreach (var target in details.Targets)
        {
            foreach (var segment in target.Segments)
            {
                Line(csv, [.. Head(details.Ticket, target), .. Stretch(target, segment, now), .. Result(target)]);
            }

            if (target.Segments.IsEmpty)
            {
                Line(csv, [.. Head(details.Ticket, target), "", "", "", "", "", .. Result(target)]);
            }
        }

        // With a byte order mark, without which spreadsheets read the accents wrong.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static IEnumerable<string> Columns() =>
        ["Number", "Class", "Target", "Within", "From", "To", "Ran", "Why", "Minutes", "Due", "Met", "State"];

    private IEnumerable<string> Head(Ticket ticket, TargetProgress target) =>
    [
        ticket.Number.ToString(CultureInfo.InvariantCulture),
        words.Class(ticket.ClassKey),
        words.Target(target.Kind),
        words.Within(target.Within),
    ];

    private IEnumerable<string> Stretch(TargetProgress target, ClockSegment segment, Instant now) =>
    [
        Text(segment.From),
        Text(segment.To),
        texts[segment.IsRunning ? "Csv.Yes" : "Csv.No"],
        segment.Pause is { } pause ? texts[$"Pause.{pause}"] : "",
        ((int)TicketClock.Counted(target.Within, segment, tickets.Calendar, now).TotalMinutes).ToString(CultureInfo.InvariantCulture),
    ];

    private IEnumerable<string> Result(TargetProgress target) => [Text(target.DueAt), Text(target.MetAt), texts[$"TargetState.{target.State}"]];

    private string Text(Instant? instant) => instant is { } at ? Moment.Format(at.InZone(zone.Zone).ToOffsetDateTime()) : "";

    private static void Line(StringBuilder csv, IEnumerable<string> fields) => csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
