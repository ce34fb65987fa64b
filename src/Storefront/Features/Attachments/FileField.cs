namespace Storefront.Features.Attachments;

/// <summary>The field of a form with which files are chosen, for <c>_FileField.cshtml</c>.</summary>
/// <param name="Name">The form field that carries the files where scripts are off, such as <c>Input.Files</c>.</param>
/// <param name="KeptName">The form field of the ids of files that arrived before.</param>
/// <param name="Kept">The files that arrived with the form before.</param>
/// <param name="Ticket">The number of the ticket they are for, where the sender has no account of its own; null otherwise.</param>
public sealed record FileField(string Name, string KeptName, IReadOnlyList<Attachment> Kept, int? Ticket = null)
{
    public string Id => Name.Replace('.', '_');
}
