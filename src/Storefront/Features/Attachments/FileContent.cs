using System.Buffers;
using System.IO.Compression;

namespace Storefront.Features.Attachments;

/// <summary>Whether a file's bytes are of the type that its extension says.</summary>
public static class FileContent
{
    private const int HeadLength = 4096;
    private const int Escape = 0x1B;

    private static readonly SearchValues<byte> NotInText = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Except(['\t', '\n', '\r', '\f', Escape]).Select(value => (byte)value), 0x7F]);

    /// <summary>True when the content fits; false also for a media type that it knows no sign of.</summary>
    /// <param name="content">At its beginning; it can seek.</param>
    /// <param name="mediaType">As the handbook names it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<bool> IsAsync(Stream content, string mediaType, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var start = head.AsMemory(0, length);
        return mediaType switch
        {
            "text/plain" or "text/csv" => await IsTextAsync(content, cancellationToken),
            "application/json" => IsJsonStart(start.Span) && await IsTextAsync(content, cancellationToken),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => IsOfficePackage(content, start.Span, "word/"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => IsOfficePackage(content, start.Span, "xl/"),
            _ => SignatureOf(start.Span) == mediaType,
        };
    }

    /// <summary>The media type that the first bytes of a binary file are a sign of; null when they are none.</summary>
    private static string? SignatureOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => "image/gif",
        _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) => "image/webp",
        _ when head.StartsWith("%PDF-"u8) => "application/pdf",
        _ when head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) => "application/zip",
        _ when head.Length >= 12 && head[4..].StartsWith("ftyp"u8) => "video/mp4",
        _ => null,
    };

    private static bool IsJsonStart(ReadOnlySpan<byte> head)
    {
        var start = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        return start.TrimStart(" \t\r\n"u8) is [var first, ..] && "{[\"-0123456789tfn"u8.Contains(first);
    }

    /// <summary>Text of any encoding that has ASCII in it: no control characters, and not a binary type that begins in letters.</summary>
    private static async Task<bool> IsTextAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        for (var first = true; ; first = false)
        {
            var length = await content.ReadAsync(buffer, cancellationToken);
            if (length == 0)
            {
                return true;
            }

            if (buffer.AsSpan(0, length).ContainsAny(NotInText) || (first && SignatureOf(buffer.AsSpan(0, length)) is not null))
            {
                return false;
            }
        }
    }

    private static bool IsOfficePackage(Stream content, ReadOnlySpan<byte> head, string part)
    {
        if (SignatureOf(head) != "application/zip")
        {
            return false;
        }

        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return package.GetEntry("[Content_Types].xml") is not null
                && package.Entries.Any(entry => entry.FullName.StartsWith(part, StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
