using System.ComponentModel.DataAnnotations;

namespace Storefront.Features.Tickets;

/// <summary>The form of an answer as it was filled in.</summary>
public sealed class ReplyForm
{
    [Display(Name = "Show.ReplyLabel")]
    public string? Body { get; set; }

    [Display(Name = "Files.Label")]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Files that came with the form before.</summary>
    public List<Guid> Kept { get; set; } = [];

    /// <summary>Makes sending it twice once.</summary>
    public string? Key { get; set; }
}
