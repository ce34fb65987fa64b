using System.Text.Json;

namespace Storefront.Features.Desk.Lists;

/// <summary>What came of a change to several tickets, told on the page that follows.</summary>
/// <param name="Done">The tickets that were changed.</param>
/// <param name="Refused">Why the others were not, with their numbers.</param>
public sealed record BulkReport(IReadOnlyList<int> Done, IReadOnlyList<BulkReason> Refused)
{
    /// <summary>Under which the page that follows finds it.</summary>
    public const string Key = "bulk";

    public static BulkReport Of(IReadOnlyList<BulkOutcome> outcomes, DeskWords words) => new(
        [.. outcomes.Where(outcome => outcome.Refusal is null).Select(outcome => outcome.Number)],
        [
            .. outcomes.Where(outcome => outcome.Refusal is not null).GroupBy(outcome => words.Describe(outcome.Refusal!))
                .Select(alike => new BulkReason(alike.Key, [.. alike.Select(outcome => outcome.Number)])),
        ]);

    public static BulkReport? Read(object? kept) => kept is string text ? JsonSerializer.Deserialize<BulkReport>(text) : null;

    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>Why some tickets were left as they are.</summary>
public sealed record BulkReason(string Text, IReadOnlyList<int> Numbers);
