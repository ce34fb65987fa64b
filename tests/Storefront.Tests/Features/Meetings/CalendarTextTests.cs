using System.Text;
using NodaTime;
using Storefront.Features.Meetings;

namespace Storefront.Tests.Features.Meetings;

/// <summary>Calendar objects as RFC 5545 wants them.</summary>
public sealed class CalendarTextTests
{
    private static readonly CalendarEntry Entry = new(
        "0197a3c0@flunt.example",
        2,
        IsCanceled: false,
        Instant.FromUtc(2026, 11, 3, 12, 0),
        Instant.FromUtc(2026, 11, 3, 12, 30),
        Instant.FromUtc(2026, 11, 2, 12, 0, 1),
        "Reunión con Flunt",
        "Precio, plazo; y \\ barra\notra línea\r\ny otra",
        new Uri("https://flunt.example/meetings/abc"),
        "Flunt \"SpA\": ^",
        "hola@flunt.example",
        "Ñandú, Inc.",
        "ana@tienda.example");

    [Fact]
    public void FLU_22_An_invitation_says_when_in_UTC_whose_and_which_version()
    {
        var lines = Unfolded(CalendarText.Write(Entry));

        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains("METHOD:REQUEST", lines);
        Assert.Contains("UID:0197a3c0@flunt.example", lines);
        Assert.Contains("SEQUENCE:2", lines);
        Assert.Contains("DTSTAMP:20261102T120001Z", lines);
        Assert.Contains("DTSTART:20261103T120000Z", lines);
        Assert.Contains("DTEND:20261103T123000Z", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains("SUMMARY:Reunión con Flunt", lines);
        Assert.Contains(@"DESCRIPTION:Precio\, plazo\; y \\ barra\notra línea\ny otra", lines);
        Assert.Contains("""ORGANIZER;CN="Flunt ^'SpA^': ^^":mailto:hola@flunt.example""", lines);
        Assert.Contains(lines, line => line.StartsWith("""ATTENDEE;CN="Ñandú, Inc.";""", StringComparison.Ordinal) && line.EndsWith(":mailto:ana@tienda.example", StringComparison.Ordinal));
    }

    [Fact]
    public void A_meeting_that_is_off_is_taken_out_of_the_calendar_under_the_same_id()
    {
        var lines = Unfolded(CalendarText.Write(Entry with { IsCanceled = true, Sequence = 3 }));

        Assert.Contains("METHOD:CANCEL", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("UID:0197a3c0@flunt.example", lines);
        Assert.Contains("SEQUENCE:3", lines);
    }

    [Fact]
    public void No_line_has_more_than_75_octets_every_line_ends_with_CRLF_and_no_character_is_cut()
    {
        var description = string.Concat(Enumerable.Repeat("ñ🐴日本語 a, b; c\n", 40));
        var text = CalendarText.Write(Entry with { Description = description });

        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.Contains(Unfolded(text), line => line == $"DESCRIPTION:{description.Replace("\n", "\\n", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)}");
    }

    [Fact]
    public void What_people_write_ends_no_line_and_begins_no_property()
    {
        var text = CalendarText.Write(Entry with { AttendeeName = "Eve\r\nATTACH:https://evil.example\0", Summary = "x\r\nEND:VEVENT", Description = "\rEND:VCALENDAR" });

        Assert.Single(Unfolded(text), line => line.StartsWith("END:VEVENT", StringComparison.Ordinal));
        Assert.Single(Unfolded(text), line => line.StartsWith("END:VCALENDAR", StringComparison.Ordinal));
        Assert.DoesNotContain(Unfolded(text), line => line.StartsWith("ATTACH", StringComparison.Ordinal));
    }

    private static string[] Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
