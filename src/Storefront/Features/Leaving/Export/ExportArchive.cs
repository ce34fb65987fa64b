using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Features.Attachments;
using Storefront.Features.Inbound;
using Storefront.Store;

namespace Storefront.Features.Leaving.Export;

/// <summary>
/// Writes all of an account as one ZIP, a piece at a time: no more of it than a row or a piece of a file is ever in memory.
/// </summary>
public sealed class ExportArchive(
    IDbContextFactory<StorefrontDb> contexts, AttachmentReader attachments, ExportFormat format, BusinessClock clock, Handbook handbook, IStringLocalizer<LeavingTexts> texts)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <param name="scope">Whose.</param>
    /// <param name="destination">Gets the archive; written forward only.</param>
    /// <param name="cancellationToken">Stops it, and leaves the archive without its end, so that nobody takes it for whole.</param>
    public async Task WriteAsync(ExportScope scope, Stream destination, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(destination, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        var at = InstantPattern.General.Format(clock.GetCurrentInstant());
        await AddAsync(zip, texts["Readme.Name"], texts["Readme", handbook.House.Name, at].Value.ReplaceLineEndings("\r\n"), cancellationToken);
        foreach (var table in ExportTables.All)
        {
            await WriteJsonAsync(zip, table, scope, cancellationToken);
            await WriteCsvAsync(zip, table, scope, cancellationToken);
        }

        await WriteMessagesAsync(zip, scope, cancellationToken);
        await WriteFilesAsync(zip, scope, cancellationToken);
    }

    private async Task WriteJsonAsync(ZipArchive zip, ExportTable table, ExportScope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var stream = await OpenAsync(zip, $"json/{table.Name}.json", cancellationToken);
        await stream.WriteAsync("["u8.ToArray(), cancellationToken);
        var separator = "\n"u8.ToArray();
        await foreach (var row in table.Rows(db, scope).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            using var buffer = new MemoryStream();
            await using (var writer = new Utf8JsonWriter(buffer, Indented))
            {
                format.Write(row).WriteTo(writer);
            }

            await stream.WriteAsync(separator, cancellationToken);
            await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
            separator = ",\n"u8.ToArray();
        }

        await stream.WriteAsync("\n]\n"u8.ToArray(), cancellationToken);
    }

    private async Task WriteCsvAsync(ZipArchive zip, ExportTable table, ExportScope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var stream = await OpenAsync(zip, $"csv/{table.Name}.csv", cancellationToken);

        // With a byte order mark, without which spreadsheets read the accents wrong.
        await stream.WriteAsync(Encoding.UTF8.GetPreamble(), cancellationToken);
        var isFirst = true;
        await foreach (var row in table.Rows(db, scope).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var fields = format.Write(row);
            var line = ExportFormat.Line(fields.Select(field => ExportFormat.Text(field.Value)));
            var text = isFirst ? ExportFormat.Line(fields.Select(field => field.Key)) + line : line;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            isFirst = false;
        }
    }

    /// <summary>Mails and messages as they came in, byte for byte, as long as they are kept.</summary>
    private async Task WriteMessagesAsync(ZipArchive zip, ExportScope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var messages = db.Set<InboundMessage>().AsNoTracking().Where(row => row.AccountId == scope.Account).OrderBy(row => row.ReceivedAt);
        await foreach (var message in messages.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (message.Raw.Length > 0)
            {
                await using var stream = await OpenAsync(
                    zip, $"messages/{message.Id.Value:N}.{(message.Way == InboundWay.Email ? "eml" : "json")}", cancellationToken);
                await stream.WriteAsync(message.Raw, cancellationToken);
            }
        }
    }

    private async Task WriteFilesAsync(ZipArchive zip, ExportScope scope, CancellationToken cancellationToken)
    {
        List<Attachment> files;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            files = await ExportTables.FilesOf(db, scope).AsNoTracking().OrderBy(file => file.UploadedAt).ToListAsync(cancellationToken);
        }

        foreach (var file in files)
        {
            // The id keeps files of one name apart, and is how the tables name it.
            var name = string.Create(CultureInfo.InvariantCulture, $"files/{file.Id.Value:N}-{SafeName(file.FileName)}");
            await using var stream = await (zip.CreateEntry(name, CompressionLevel.NoCompression)).OpenAsync(cancellationToken);
            await attachments.CopyToAsync(file, stream, cancellationToken);
        }
    }

    private static string SafeName(string name) => string.Concat(name.Select(letter => char.IsControl(letter) || "<>:\"/\\|?*".Contains(letter, StringComparison.Ordinal) ? '_' : letter));

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken cancellationToken)
    {
        await using var stream = await OpenAsync(zip, name, cancellationToken);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    private static Task<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken cancellationToken) =>
        zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
}
