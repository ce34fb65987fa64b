using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Storefront.GraphQL.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.Uploads;

/// <summary>
/// The GraphQL multipart request specification: <c>operations</c>, then <c>map</c>, then the files, each of which is written to disk as it comes. Whatever
/// goes wrong, nothing of it stays there.
/// </summary>
internal sealed class MultipartRequest(HttpContext context, GraphQLServerOptions options) : IDisposable
{
    /// <summary>The header that a form of another site cannot send.</summary>
    public const string PreflightHeader = "GraphQL-Preflight";

    private const int MaxMapSize = 64 * 1024;

    // Boundaries, headers and names.
    private const int Overhead = 64 * 1024;

    private const int LongestBoundary = 70;
    private const int BufferSize = 64 * 1024;

    // What a full disk answers a write with, as the system's numbers: that is no fault of the request.
    private const int FileTooLarge = 27;
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    private readonly UploadOptions uploads = options.Uploads;
    private readonly RequestFiles files = new();
    private JsonNode? operations;
    private FileMap? map;
    private bool isTaken;

    /// <returns>The requests with their files, or the refusal. Files are the answer's to dispose.</returns>
    public static async ValueTask<RequestBody> ReadAsync(HttpContext context, MediaTypeHeaderValue contentType, GraphQLServerOptions options)
    {
        if (string.IsNullOrEmpty(context.Request.Headers[PreflightHeader]))
        {
            return RequestBody.Refuse(StatusCodes.Status403Forbidden, RequestErrors.NoPreflight(PreflightHeader));
        }

        var boundary = HeaderUtilities.RemoveQuotes(contentType.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
        {
            return Refuse("The multipart request has no valid boundary.");
        }

        var maximum = options.Uploads.MaxTotalSize + options.MaxRequestSize + Overhead;
        if (!RequestBody.Admits(context, maximum))
        {
            return TooLarge("The files are together", nameof(UploadOptions.MaxTotalSize), options.Uploads.MaxTotalSize);
        }

        using var request = new MultipartRequest(context, options);
        try
        {
            return await request.ReadAsync(boundary).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge("The files are together", nameof(UploadOptions.MaxTotalSize), options.Uploads.MaxTotalSize);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException && exception is not BadHttpRequestException && exception.HResult is not (FileTooLarge or NoSpace or QuotaExceeded))
        {
            // Ends before its last boundary, or has headers that are none.
            return RequestBody.Refuse(StatusCodes.Status400BadRequest, RequestErrors.CutOff());
        }
    }

    public void Dispose()
    {
        if (!isTaken)
        {
            files.Dispose();
        }
    }

    private async ValueTask<RequestBody> ReadAsync(string boundary)
    {
        var reader = new MultipartReader(boundary, context.Request.Body, BufferSize);
        while (await reader.ReadNextSectionAsync(context.RequestAborted).ConfigureAwait(false) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || disposition.Name.Length == 0)
            {
                return Refuse("A part of the multipart request has no name.");
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            var refusal = name switch
            {
                "operations" when operations is null => await ReadOperationsAsync(section).ConfigureAwait(false),
                "map" when operations is not null && map is null => await ReadMapAsync(section).ConfigureAwait(false),
                _ when map is null => Refuse("The parts of a multipart request must be \"operations\", then \"map\", then the files."),
                _ => await ReadFileAsync(section, name, disposition).ConfigureAwait(false),
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return map is null ? Refuse("A multipart request needs the parts \"operations\" and \"map\".")
            : map.FindMissing() is { } missing ? Refuse($"The file \"{missing}\" of \"map\" has not come.")
            : Finish();
    }

    private RequestBody Finish()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(operations);
        if (GraphQLParameters.FromJson(new ReadOnlySequence<byte>(json), options, out var problem) is not var (requests, isBatch))
        {
            return RequestBody.Refuse(StatusCodes.Status400BadRequest, problem!);
        }

        isTaken = true;
        return new RequestBody(requests, isBatch, files);
    }

    private async ValueTask<RequestBody?> ReadOperationsAsync(MultipartSection section)
    {
        if (await ReadFieldAsync(section, options.MaxRequestSize).ConfigureAwait(false) is not { } json)
        {
            return TooLarge("\"operations\" is", nameof(GraphQLServerOptions.MaxRequestSize), options.MaxRequestSize);
        }

        // Read as any request is, so that it is refused in the same words.
        if (GraphQLParameters.FromJson(new ReadOnlySequence<byte>(json), options, out var problem) is null)
        {
            return RequestBody.Refuse(StatusCodes.Status400BadRequest, problem!);
        }

        try
        {
            operations = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = options.MaxJsonDepth, AllowDuplicateProperties = false });
            return null;
        }
        catch (JsonException)
        {
            return Refuse("\"operations\" has a name twice in one object.");
        }
    }

    private async ValueTask<RequestBody?> ReadMapAsync(MultipartSection section)
    {
        if (await ReadFieldAsync(section, MaxMapSize).ConfigureAwait(false) is not { } json)
        {
            return TooLarge("\"map\" is", nameof(MaxMapSize), MaxMapSize);
        }

        map = new FileMap(operations!);
        return map.Read(json) is { } problem ? Refuse(problem) : null;
    }

    private async ValueTask<RequestBody?> ReadFileAsync(MultipartSection section, string name, ContentDispositionHeaderValue disposition)
    {
        if (!map!.Contains(name))
        {
            return Refuse("The request has a file that \"map\" does not name, or has it twice.");
        }

        if (files.Count >= uploads.MaxFiles)
        {
            return RequestBody.Refuse(StatusCodes.Status413PayloadTooLarge, RequestErrors.TooManyFiles(uploads.MaxFiles));
        }

        var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        var file = UploadedFile.Create(uploads.TemporaryFolder ?? Path.GetTempPath(), fileName, section.ContentType);
        var before = files.TotalSize;
        files.Add(file);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await section.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0)
            {
                if (file.Length + read > uploads.MaxFileSize)
                {
                    return TooLarge("A file is", nameof(UploadOptions.MaxFileSize), uploads.MaxFileSize);
                }

                if (before + file.Length + read > uploads.MaxTotalSize)
                {
                    return TooLarge("The files are together", nameof(UploadOptions.MaxTotalSize), uploads.MaxTotalSize);
                }

                await file.AppendAsync(buffer.AsMemory(0, read), context.RequestAborted).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        map.Fill(name, files.Offer(file));
        return null;
    }

    /// <returns>Null when there is more than allowed.</returns>
    private async ValueTask<byte[]?> ReadFieldAsync(MultipartSection section, int maximum)
    {
        using var bytes = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await section.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0)
            {
                if (bytes.Length + read > maximum)
                {
                    return null;
                }

                bytes.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return bytes.ToArray();
    }

    private static RequestBody Refuse(string problem) => RequestBody.Refuse(StatusCodes.Status400BadRequest, problem);

    private static RequestBody TooLarge(string what, string limit, long maximum) =>
        RequestBody.Refuse(StatusCodes.Status413PayloadTooLarge, RequestErrors.TooLarge(what, limit, maximum, "Send less in one request."));
}
