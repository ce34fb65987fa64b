using System.IO.Compression;
using System.Text;

namespace Storefront.Tests.Features.Attachments;

/// <summary>The smallest files of each type that the handbook names.</summary>
internal static class SampleFiles
{
    public static byte[] Of(string extension) => extension switch
    {
        ".png" => [0x89, .. "PNG"u8, 13, 10, 26, 10, 0, 0, 0, 13],
        ".jpg" or ".jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16],
        ".gif" => [.. "GIF89a"u8, 1, 0],
        ".webp" => [.. "RIFF"u8, 26, 0, 0, 0, .. "WEBPVP8L"u8],
        ".pdf" => [.. "%PDF-1.7\n"u8, 0x25, 0xE2, 0xE3],
        ".txt" or ".log" => Encoding.UTF8.GetBytes("Línea \u001b[31mroja\u001b[0m\r\n"),
        ".csv" => [.. "Se"u8, 0xF1, .. "or;10\n"u8],
        ".json" => Encoding.UTF8.GetBytes("\uFEFF { \"a\": 1 }"),
        ".zip" => Archive("anything.txt"),
        ".docx" => Archive("[Content_Types].xml", "word/document.xml"),
        ".xlsx" => Archive("[Content_Types].xml", "xl/workbook.xml"),
        ".mp4" => [0, 0, 0, 24, .. "ftypisom"u8, 0, 0],
        _ => throw new ArgumentOutOfRangeException(nameof(extension), extension, message: null),
    };

    public static byte[] Archive(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("x"u8);
            }
        }

        return bytes.ToArray();
    }
}
