namespace Storefront.Features.Projects;

/// <summary>What a customer sends on its project's page; each form has some of it.</summary>
public sealed class ProjectForm
{
    /// <summary>Happens once, however often it is sent.</summary>
    public string? Key { get; set; }

    /// <summary>The input that is handed over.</summary>
    public string? Input { get; set; }

    public string? Text { get; set; }

    /// <summary>Where an input will be used (TEC-05).</summary>
    public string? Use { get; set; }

    /// <summary>Files that came before and are still wanted.</summary>
    public List<Guid> Kept { get; set; } = [];

    public List<IFormFile> Files { get; set; } = [];

    public ProjectRequestKind Kind { get; set; }

    /// <summary>Of a dispute: whether the customer insists (SEN-09).</summary>
    public bool IsStrong { get; set; }

    /// <summary>Of extra work: whether the project stops while it is quoted (SEN-03).</summary>
    public bool Stops { get; set; }

    /// <summary>The request whose quote is decided.</summary>
    public Guid Request { get; set; }

    /// <summary>Whether the quote is approved; otherwise it is declined.</summary>
    public bool Approve { get; set; }

    /// <summary>From 1 to 5; 0 for none chosen.</summary>
    public int Opinion { get; set; }

    /// <summary>The stage whose meeting is booked.</summary>
    public string? Stage { get; set; }

    public string? StartsAt { get; set; }

    public int Minutes { get; set; } = ProjectSlots.LeastMinutes;
}
