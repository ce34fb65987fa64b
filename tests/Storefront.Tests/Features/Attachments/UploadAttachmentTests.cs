using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Store.DueWork;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Tickets.TicketCustomer;

namespace Storefront.Tests.Features.Attachments;

public class UploadAttachmentTests
{
    [Fact]
    public async Task Every_type_that_the_handbook_names_is_known_by_its_content_and_by_no_other()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);
        var types = customer.Handbook.Attachments.Types;
        foreach (var type in types)
        {
            foreach (var extension in type.Extensions)
            {
                var content = SampleFiles.Of(extension);
                Assert.True(await FileContent.IsAsync(new MemoryStream(content), type.MediaType, CancellationToken.None), extension);
                var others = types.Where(other => other != type && !(type.MediaType.StartsWith("text/", StringComparison.Ordinal) && other.MediaType.StartsWith("text/", StringComparison.Ordinal)));
                foreach (var other in others.Where(other => !IsAlso(extension, other.MediaType)))
                {
                    Assert.False(await FileContent.IsAsync(new MemoryStream(content), other.MediaType, CancellationToken.None), $"{extension} as {other.MediaType}");
                }
            }
        }
    }

    [Theory]
    [InlineData("page.html", "<script>alert(1)</script>", "ATTACHMENT_TYPE_NOT_ALLOWED")]
    [InlineData("picture.svg", "<svg/>", "ATTACHMENT_TYPE_NOT_ALLOWED")]
    [InlineData("program.exe", "MZ", "ATTACHMENT_TYPE_NOT_ALLOWED")]
    [InlineData("nothing", "text", "ATTACHMENT_TYPE_NOT_ALLOWED")]
    [InlineData("", "text", "ATTACHMENT_TYPE_NOT_ALLOWED")]
    [InlineData("picture.png.", "text", "ATTACHMENT_CONTENT_MISMATCH")]
    [InlineData("picture.png", "MZ\0\u0001", "ATTACHMENT_CONTENT_MISMATCH")]
    [InlineData("notes.txt", "MZ\0\u0001", "ATTACHMENT_CONTENT_MISMATCH")]
    [InlineData("notes.txt", "%PDF-1.7", "ATTACHMENT_CONTENT_MISMATCH")]
    [InlineData("letter.docx", "PK\u0003\u0004 not an archive", "ATTACHMENT_CONTENT_MISMATCH")]
    [InlineData("data.json", "<xml/>", "ATTACHMENT_CONTENT_MISMATCH")]
    [InlineData("empty.txt", "", "ATTACHMENT_EMPTY")]
    public async Task Forbidden_and_lying_files_are_refused_and_nothing_is_kept(string name, string content, string code)
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);

        Assert.Equal(code, (await customer.UploadAsync(name, content)).Refusal?.Code);
        await using var db = customer.Store.Db();
        Assert.Empty(await db.Set<Attachment>().ToListAsync());
    }

    [Theory]
    [InlineData("C:\\fakepath\\Log.TXT", "Log.TXT")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("a\u202Etxt.\r\n\0.txt", "atxt..txt")]
    [InlineData(" ñandú 🦤.txt", "ñandú 🦤.txt")]
    public async Task A_name_is_kept_without_path_and_without_tricks(string name, string kept)
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);

        Assert.Equal(kept, (await customer.UploadAsync(name, "text")).Value.FileName);
    }

    [Fact]
    public async Task A_name_that_is_too_long_keeps_its_extension()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);

        var name = (await customer.UploadAsync(string.Concat(Enumerable.Repeat("🦤", 300)) + ".txt", "text")).Value.FileName;

        Assert.InRange(name.Length, 100, 150);
        Assert.EndsWith("🦤.txt", name, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_largest_file_is_given_back_byte_for_byte_and_one_byte_more_is_refused(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var most = (int)customer.Handbook.Attachments.MaximumBytes;
        var bytes = new byte[most];
        new Random(7).NextBytes(bytes);
        "%PDF-"u8.CopyTo(bytes);

        var kept = (await customer.UploadAsync("large.pdf", bytes)).Value;
        var reader = customer.Store.Get<AttachmentReader>();
        using var copy = new MemoryStream();
        await reader.CopyToAsync((await reader.FindAsync(kept.Id, customer.Viewer, CancellationToken.None))!, copy, CancellationToken.None);

        Assert.True(bytes.AsSpan().SequenceEqual(copy.GetBuffer().AsSpan(0, (int)copy.Length)));
        Assert.IsType<AttachmentTooLarge>((await customer.UploadAsync("larger.pdf", [.. bytes, 0])).Refusal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_no_message_names_is_swept_after_a_day_and_one_that_is_named_stays(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var orphan = (await customer.UploadAsync("orphan.txt", "text")).Value;
        var named = (await customer.UploadAsync("named.txt", "text")).Value;
        var ticket = await customer.OpenAsync(Input() with { Attachments = [named.Id] });
        var runner = customer.Store.Get<DueWorkRunner>();

        customer.Store.Time.Advance(Duration.FromHours(23));
        await runner.RunDueAsync(CancellationToken.None);
        Assert.Equal(2, await CountAsync(customer));
        customer.Store.Time.Advance(Duration.FromHours(2));
        await runner.RunDueAsync(CancellationToken.None);

        Assert.Equal(1, await CountAsync(customer));
        Assert.Null(await customer.Store.Get<AttachmentReader>().FindAsync(orphan.Id, customer.Viewer, CancellationToken.None));
        Assert.Equal("named.txt", Assert.Single((await customer.ShowAsync(ticket)).Messages[0].Attachments).FileName);
        await using var db = customer.Store.Db();
        Assert.Equal(1, await db.Set<AttachmentChunk>().CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task COM_06_Files_of_others_cannot_be_attached_nor_one_file_twice(DatabaseKind kind)
    {
        await using var customer = await CreateAsync(kind);
        var other = await customer.AnotherAsync();
        var theirs = (await other.UploadAsync("theirs.txt", "text")).Value;
        var colleagues = (await new TicketCustomer(customer.Store, customer.Account).UploadAsync("colleague.txt", "text")).Value;
        var own = (await customer.UploadAsync("own.txt", "text")).Value;

        Assert.IsType<NotFound>((await customer.TryOpenAsync(Input() with { Attachments = [theirs.Id] })).Refusal);
        Assert.IsType<NotFound>((await customer.TryOpenAsync(Input() with { Attachments = [own.Id, colleagues.Id] })).Refusal);
        Assert.IsType<NotFound>((await customer.TryOpenAsync(Input() with { Attachments = [AttachmentId.New(TestStore.Start)] })).Refusal);
        var ticket = await customer.OpenAsync(Input() with { Attachments = [own.Id, own.Id] });
        Assert.IsType<NotFound>((await customer.ReplyAsync(ticket.Id, "Again", null, own.Id)).Refusal);
        Assert.Equal(1, ticket.Number);
    }

    [Fact]
    public async Task More_files_than_a_message_takes_are_refused()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);
        var most = customer.Handbook.Attachments.MaximumPerMessage;
        var files = new List<AttachmentId>();
        for (var index = 0; index <= most; index++)
        {
            files.Add((await customer.UploadAsync($"{index}.txt", "text")).Value.Id);
        }

        Assert.Equal(new TooManyAttachments(most), (await customer.TryOpenAsync(Input() with { Attachments = files })).Refusal);
        Assert.Equal(most, (await customer.ShowAsync(await customer.OpenAsync(Input() with { Attachments = [.. files.Take(most)] }))).Messages[0].Attachments.Count);
    }

    [Fact]
    public async Task Who_uploads_without_end_is_stopped()
    {
        await using var customer = await CreateAsync(DatabaseKind.Sqlite);
        var refused = 0;
        for (var index = 0; index < (customer.Handbook.Attachments.MaximumPerMessage * 3) + 1; index++)
        {
            refused += (await customer.UploadAsync("a.txt", "text")).IsRefused ? 1 : 0;
        }

        Assert.Equal(1, refused);
    }

    // What is text is text under every extension of text, and office files are archives.
    private static bool IsAlso(string extension, string mediaType) => (extension, mediaType) switch
    {
        (".json", "text/plain" or "text/csv") => true,
        (".docx" or ".xlsx", "application/zip") => true,
        _ => false,
    };

    private static async Task<int> CountAsync(TicketCustomer customer)
    {
        await using var db = customer.Store.Db();
        return await db.Set<Attachment>().CountAsync();
    }
}
