namespace Storefront.Features.Projects;

/// <summary>What staff send on a project's page; each form has some of it.</summary>
public sealed class DeskProjectForm
{
    /// <summary>Happens once, however often it is sent.</summary>
    public string? Key { get; set; }

    /// <summary>Which form it was, where there are several of a kind: what was typed goes back into it.</summary>
    public string? Field { get; set; }

    public string? Input { get; set; }

    public string? Task { get; set; }

    public string? Stage { get; set; }

    public string? Text { get; set; }

    public string? Title { get; set; }

    public string? Address { get; set; }

    public string? UserName { get; set; }

    public string? Secret { get; set; }

    /// <summary>ISO date in the house's zone.</summary>
    public string? Day { get; set; }

    /// <summary>Time of day in the house's zone, such as <c>15:30</c>.</summary>
    public string? Time { get; set; }

    public int Minutes { get; set; } = ProjectSlots.LeastMinutes;

    public ProjectDocumentKind Kind { get; set; }

    /// <summary>A line an item of what was delivered.</summary>
    public string? Delivered { get; set; }

    /// <summary>A line an item that is pending.</summary>
    public string? Pending { get; set; }

    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Whether it is the last access, which ends the stage.</summary>
    public bool Completes { get; set; }

    public Guid Request { get; set; }

    public Guid? Evidence { get; set; }

    public Guid Item { get; set; }

    /// <summary>A quoted price, net, as it was typed.</summary>
    public string? Amount { get; set; }

    /// <summary>A line a task that is quoted.</summary>
    public string? Tasks { get; set; }

    /// <summary>Business days that are quoted; null for as long as the package.</summary>
    public int? BusinessDays { get; set; }

    /// <summary>The tasks that are quoted.</summary>
    public IReadOnlyList<string> Titles => Lines(Tasks);

    /// <summary>Files that came before and are still wanted.</summary>
    public List<Guid> Kept { get; set; } = [];

    /// <summary>The lines of a document, with whether each is pending.</summary>
    public IReadOnlyList<(string Text, bool IsPending)> Items =>
        [.. Lines(Delivered).Select(line => (line, false)), .. Lines(Pending).Select(line => (line, true))];

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
