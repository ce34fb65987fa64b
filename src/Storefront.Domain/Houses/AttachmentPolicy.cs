namespace Storefront.Domain.Houses;

/// <summary>What may be attached.</summary>
/// <param name="MaximumBytes">Largest file, inclusive.</param>
/// <param name="MaximumPerMessage">Most files of one message.</param>
/// <param name="Types">The types accepted; a file's content decides, not its name.</param>
public sealed record AttachmentPolicy(long MaximumBytes, int MaximumPerMessage, IReadOnlyList<AttachmentType> Types)
{
    /// <summary>The type that has that extension, with its full stop and whatever its capitals; null when none has.</summary>
    public AttachmentType? ForExtension(string extension) =>
        Types.FirstOrDefault(type => type.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
}

/// <summary>A type of file.</summary>
/// <param name="MediaType">Such as <c>image/png</c>.</param>
/// <param name="Extensions">With their full stop, in small letters.</param>
public sealed record AttachmentType(string MediaType, IReadOnlyList<string> Extensions);
