using System.Text.RegularExpressions;

namespace Storefront.Features.Inbound.Mime;

/// <summary>Takes off what mail programs repeat of earlier mails below an answer. What is forwarded is no repetition and stays.</summary>
internal static partial class QuotedHistory
{
    private const int LongestLine = 400;

    public static string Trim(string text)
    {
        var lines = text.Split('\n');
        var end = 0;
        while (end < lines.Length && !BeginsHistory(lines, end))
        {
            end++;
        }

        var kept = lines[..end];
        var last = kept.Length;
        while (last > 0 && (string.IsNullOrWhiteSpace(kept[last - 1]) || kept[last - 1].StartsWith('>')))
        {
            last--;
        }

        var answer = string.Join('\n', kept[..last]).Trim();
        if (answer.Length > 0)
        {
            return answer;
        }

        // Who answers below, or between the lines, is not cut away.
        var own = string.Join('\n', lines.Where((line, index) => !line.StartsWith('>') && !BeginsHistory(lines, index))).Trim();
        return own.Length > 0 ? own : text.Trim();
    }

    private static bool BeginsHistory(string[] lines, int at)
    {
        var line = Short(lines[at]);
        var next = at + 1 < lines.Length ? Short(lines[at + 1]) : "";
        return IsAttribution(line) || IsAttribution($"{line} {next}") || Original().IsMatch(line)
            || (Sender().IsMatch(line) && lines.Skip(at + 1).Take(4).Any(below => Sent().IsMatch(Short(below))));
    }

    // Programs name the day in figures, which tells them from people who tell of what they wrote.
    private static bool IsAttribution(string line) => line.Any(char.IsAsciiDigit) && Wrote().IsMatch(line);

    private static string Short(string line) => (line.Length > LongestLine ? line[..LongestLine] : line).Trim();

    [GeneratedRegex(@"^(On|El|Em|Le|Am)\s.{5,300}\s(wrote|escribió|escribio|escreveu|a écrit|schrieb)\s?:$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^-{2,}\s?(Original Message|Mensaje original|Mensagem original)\s?-{2,}$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Original();

    [GeneratedRegex(@"^\*?(From|De):\*?\s.+", RegexOptions.NonBacktracking)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^\*?(Sent|Enviado|Enviada|Enviado el|Enviada em|Enviado em|Date|Fecha|Data):\*?\s.+", RegexOptions.NonBacktracking)]
    private static partial Regex Sent();
}
