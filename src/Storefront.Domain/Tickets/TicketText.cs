using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>What people write on tickets: checked, and brought to one form.</summary>
public static class TicketText
{
    // Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9, 2.1 to 2.5).
    private static readonly SearchValues<char> Turns = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>A new ticket's subject and body in their stored form, or <see cref="TextNotValid"/> with every fault.</summary>
    public static Result<(string Subject, string Body)> Check(string? subject, string? body, TicketLimits limits)
    {
        var faults = ImmutableArray.CreateBuilder<TextFault>();
        var checkedSubject = Check("subject", subject, limits.SubjectLength, multiline: false, faults);
        var checkedBody = Check("body", body, limits.BodyLength, multiline: true, faults);
        return faults.Count == 0 ? (checkedSubject, checkedBody) : new TextNotValid(faults.ToImmutable());
    }

    /// <summary>A message in its stored form, or <see cref="TextNotValid"/>.</summary>
    public static Result<string> CheckBody(string? body, TicketLimits limits) => Check("body", body, limits.BodyLength, multiline: true);

    /// <summary>Any text in its stored form: without spaces around it, lines ended by a line feed; or <see cref="TextNotValid"/>.</summary>
    /// <param name="field">What the text is called in a fault.</param>
    /// <param name="text">As it came.</param>
    /// <param name="maxLength">The most Unicode scalar values.</param>
    /// <param name="multiline">Whether line feeds and tabs belong in it.</param>
    public static Result<string> Check(string field, string? text, int maxLength, bool multiline)
    {
        var faults = ImmutableArray.CreateBuilder<TextFault>();
        var result = Check(field, text, maxLength, multiline, faults);
        return faults.Count == 0 ? result : new TextNotValid(faults.ToImmutable());
    }

    private static string Check(string field, string? text, int maxLength, bool multiline, ImmutableArray<TextFault>.Builder faults)
    {
        var result = (text ?? "").Trim();
        result = multiline ? result.ReplaceLineEndings("\n") : WithoutTurns(result).Trim();

        var (length, visible, clean) = Measure(result, multiline);
        if (!clean)
        {
            faults.Add(new TextFault(field, TextFaultKind.ControlCharacters, length, maxLength));
        }
        else if (!visible)
        {
            faults.Add(new TextFault(field, TextFaultKind.Empty, length, maxLength));
        }

        if (length > maxLength)
        {
            faults.Add(new TextFault(field, TextFaultKind.TooLong, length, maxLength));
        }

        return result;
    }

    // A line stands beside others: what turns the direction of writing would turn theirs too. It comes along when telephone numbers are copied.
    private static string WithoutTurns(string line) =>
        line.AsSpan().ContainsAny(Turns) ? string.Concat(line.Where(letter => !Turns.Contains(letter))) : line;

    private static (int Length, bool Visible, bool Clean) Measure(string text, bool multiline)
    {
        var (length, visible, clean) = (0, false, true);
        for (var index = 0; index < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
            {
                return (length, visible, false);
            }

            length++;
            index += rune.Utf16SequenceLength;
            var category = Rune.GetUnicodeCategory(rune);
            clean &= category != UnicodeCategory.Control || (multiline && rune.Value is '\n' or '\t');
            visible |= !Rune.IsWhiteSpace(rune) && category is not (UnicodeCategory.Format or UnicodeCategory.Control);
        }

        return (length, visible, clean);
    }
}
