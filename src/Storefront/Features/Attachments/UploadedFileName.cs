using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Storefront.Features.Attachments;

/// <summary>What a file is called that is too large to be read: its name stands before its bytes.</summary>
internal static class UploadedFileName
{
    private const int MostFieldBytes = 4096;
    private const int MostFields = 8;

    /// <param name="context">Of an upload of which nothing was read yet.</param>
    /// <param name="field">The field of the form that has the file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Empty where there is no such file among the first fields of the form.</returns>
    public static Task<string> ReadAsync(HttpContext context, string field, CancellationToken cancellationToken)
    {
        // The server would not even begin to read what says that it is too large; no more is read than stands before the file.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
        {
            most.MaxRequestBodySize = null;
        }

        return FindAsync(context.Request.ContentType, context.Request.Body, field, cancellationToken);
    }

    /// <param name="contentType">Of the form, with its boundary.</param>
    /// <param name="beginning">As much of the form as there is.</param>
    /// <param name="field">The field of the form that has the file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Empty where there is no such file among the first fields of the form.</returns>
    public static async Task<string> FindAsync(string? contentType, Stream beginning, string field, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
        {
            return "";
        }

        try
        {
            var reader = new MultipartReader(boundary.Value!, beginning) { BodyLengthLimit = MostFieldBytes };
            for (var read = 0; read < MostFields && await reader.ReadNextSectionAsync(cancellationToken) is { } section; read++)
            {
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition()
                    && HeaderUtilities.RemoveQuotes(disposition.Name) == field)
                {
                    return AttachmentName.Clean(HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "");
                }
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            return "";
        }

        return "";
    }
}
