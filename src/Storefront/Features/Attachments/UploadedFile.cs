namespace Storefront.Features.Attachments;

/// <summary>A file as it came.</summary>
/// <param name="Name">As it was claimed, perhaps with a path.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Open">Opens it from its beginning, each time anew; the stream can seek.</param>
public sealed record UploadedFile(string Name, long Length, Func<Stream> Open)
{
    /// <summary>A file of a form, which the server has kept on disk when it is large.</summary>
    public static UploadedFile Of(IFormFile file) => new(file.FileName, file.Length, file.OpenReadStream);
}
