using System.Globalization;
using System.Text;
using NodaTime;

namespace Storefront.Features.Meetings;

/// <summary>A meeting as calendars know it.</summary>
/// <param name="Uid">The same for all that is ever said of the meeting.</param>
/// <param name="Sequence">How often it was changed.</param>
/// <param name="IsCanceled">Whether it was called off.</param>
/// <param name="StartsAt">Inclusive.</param>
/// <param name="EndsAt">Exclusive.</param>
/// <param name="WrittenAt">When this was written.</param>
/// <param name="Summary">What it is, in a line.</param>
/// <param name="Description">What else there is to say; lines ended by a line feed.</param>
/// <param name="Link">Where it can be moved or called off.</param>
/// <param name="OrganizerName">The house.</param>
/// <param name="OrganizerEmail">Its address.</param>
/// <param name="AttendeeName">Who comes.</param>
/// <param name="AttendeeEmail">Its address.</param>
public sealed record CalendarEntry(
    string Uid,
    int Sequence,
    bool IsCanceled,
    Instant StartsAt,
    Instant EndsAt,
    Instant WrittenAt,
    string Summary,
    string Description,
    Uri Link,
    string OrganizerName,
    string OrganizerEmail,
    string AttendeeName,
    string AttendeeEmail)
{
    /// <summary>What the receiver's calendar is to do (RFC 5546).</summary>
    public string Method => IsCanceled ? "CANCEL" : "REQUEST";
}

/// <summary>Writes calendar objects (RFC 5545). Times are in UTC (form 2 of section 3.3.5), so that no zone has to be described.</summary>
public static class CalendarText
{
    /// <summary>Most octets of a line, its break not counted (section 3.1).</summary>
    private const int LineOctets = 75;

    public static string Write(CalendarEntry entry)
    {
        var text = new StringBuilder();
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Storefront//Meetings//EN",
            "CALSCALE:GREGORIAN",
            $"METHOD:{entry.Method}",
            "BEGIN:VEVENT",
            $"UID:{Escaped(entry.Uid)}",
            $"SEQUENCE:{entry.Sequence.ToString(CultureInfo.InvariantCulture)}",
            $"DTSTAMP:{Utc(entry.WrittenAt)}",
            $"DTSTART:{Utc(entry.StartsAt)}",
            $"DTEND:{Utc(entry.EndsAt)}",
            $"SUMMARY:{Escaped(entry.Summary)}",
            $"DESCRIPTION:{Escaped(entry.Description)}",
            $"URL:{entry.Link.AbsoluteUri}",
            $"ORGANIZER;CN={Parameter(entry.OrganizerName)}:mailto:{entry.OrganizerEmail}",
            $"ATTENDEE;CN={Parameter(entry.AttendeeName)};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:{entry.AttendeeEmail}",
            $"STATUS:{(entry.IsCanceled ? "CANCELLED" : "CONFIRMED")}",
            "TRANSP:OPAQUE",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        foreach (var line in lines)
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    /// <summary>A value of the type TEXT (section 3.3.11).</summary>
    internal static string Escaped(string value) => string.Concat(value.ReplaceLineEndings("\n").EnumerateRunes().Select(rune => rune.Value switch
    {
        '\\' => "\\\\",
        ';' => "\\;",
        ',' => "\\,",
        '\n' => "\\n",
        < ' ' and not '\t' or 0x7F => "",
        _ => rune.ToString(),
    }));

    /// <summary>A parameter's value in quotes, with what quotes cannot hold written as RFC 6868 has it.</summary>
    internal static string Parameter(string value) =>
        $"\"{string.Concat(value.EnumerateRunes().Select(rune => rune.Value switch { '^' => "^^", '"' => "^'", < ' ' or 0x7F => "", _ => rune.ToString() }))}\"";

    /// <summary>Lines longer than 75 octets go on after a break and a space, never inside a character.</summary>
    internal static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static string Utc(Instant instant) => instant.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
