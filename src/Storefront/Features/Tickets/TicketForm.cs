using System.ComponentModel.DataAnnotations;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>The form of a new ticket as it was filled in.</summary>
public sealed class TicketForm
{
    [Display(Name = "New.Kind")]
    public string? Kind { get; set; }

    [Display(Name = "New.Subject")]
    public string? Subject { get; set; }

    [Display(Name = "New.Body")]
    public string? Body { get; set; }

    public Urgency? Urgency { get; set; }

    public Impact? Impact { get; set; }

    [Display(Name = "New.Platform")]
    public string? Platform { get; set; }

    /// <summary>Whether the system to be integrated has a documented API (FLU-27).</summary>
    public bool? DocumentedApi { get; set; }

    [Display(Name = "New.Schedule")]
    public bool Schedule { get; set; }

    [Display(Name = "Files.Label")]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Key of what is asked for from the catalogue (FEN-19).</summary>
    public string? AddOn { get; set; }

    /// <summary>Files that came with the form before.</summary>
    public List<Guid> Kept { get; set; } = [];

    /// <summary>The class that was shown as what would come of it: nothing is sent that was not seen.</summary>
    public string? Seen { get; set; }

    /// <summary>Whether it is the reader's draft of a new ticket; not so where another one waits that it must not write over.</summary>
    public bool IsDraft { get; set; } = true;

    /// <summary>Makes sending it twice once.</summary>
    public string? Key { get; set; }

    public OpenTicketInput ToAction(IReadOnlyList<AttachmentId> files) => new(
        Subject, Body, Kind, Urgency, Impact, string.IsNullOrEmpty(Platform) ? null : Platform, Schedule, [.. files.Distinct()], Key, string.IsNullOrEmpty(AddOn) ? null : AddOn,
        DocumentedApi);

    public TicketQuestion ToQuestion() => new(Kind, Urgency, Impact, Schedule, AddOn);
}
