using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Leaving.Erasure;
using Storefront.Features.Leaving.Export;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Leaving;

/// <summary>FLU-25: everything can be taken along, and personal data be removed while the books stay.</summary>
public class LeavingTests
{
    private const string Ours = "Qzxaemilia";
    private const string Theirs = "Qzxboctavio";

    // What an account has and does not take along: secrets, what staff write among themselves, how things are searched and done.
    private static readonly string[] NotTaken =
    [
        "account_marks.reason", "accounts.folded_name", "attachment_chunks.bytes", "confirmed_proofs.key", "due_work.last_error", "idempotency_keys.answer", "idempotency_keys.key",
        "idempotency_keys.operation", "inbound_messages.last_error", "mails.body", "mails.calendar_method", "mails.calendar_text", "mails.in_reply_to", "mails.language",
        "mails.reply_to", "mails.subject", "mails.to", "messaging_links.code_hash", "payment_refunds.reason", "pending_plan_changes.last_error", "project_notes.text", "staff_notes.body", "tickets.folded_subject",
        "user_claims.claim_type", "user_claims.claim_value", "user_logins.login_provider", "user_logins.provider_display_name", "user_logins.provider_key",
        "user_tokens.login_provider", "user_tokens.name", "user_tokens.value", "users.folded_name", "users.normalized_email", "users.normalized_user_name",
        "users.password_hash", "users.phone_number", "users.security_stamp", "users.user_name", "webhook_events.last_error", "webhook_events.raw",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_25_The_archive_has_everything_of_the_account_and_nothing_of_another(DatabaseKind kind)
    {
        await using var host = await StorefrontHost.StartAsync(kind);
        var (ours, _) = (await MarkedAccount.FillAsync(host, 1001, Ours), await MarkedAccount.FillAsync(host, 1002, Theirs));
        var begun = await host.Services.GetRequiredService<ExportAccount>().HandleAsync(ours.Owner, CancellationToken.None);
        using var file = new MemoryStream();

        await host.Services.GetRequiredService<ExportArchive>().WriteAsync(begun.Value, file, CancellationToken.None);

        var entries = await ReadAsync(file);
        var all = string.Join('\n', entries.Select(entry => $"{entry.Key}\n{entry.Value}")).Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal);
        Assert.Equal(NotTaken.Except(["attachment_chunks.bytes"]), ours.Columns.Where(column => !all.Contains(ours.MarkOf(column), StringComparison.Ordinal)));
        Assert.DoesNotContain(Theirs, all, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(entries.Keys, name => name.StartsWith("files/", StringComparison.Ordinal));
        Assert.Contains("account.exported", entries["json/events.json"], StringComparison.Ordinal);
        Assert.All(ExportTables.All, table => Assert.Contains($"csv/{table.Name}.csv", entries.Keys));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_25_After_erasure_no_personal_text_is_left_in_any_table_and_others_are_untouched(DatabaseKind kind)
    {
        await using var host = await StorefrontHost.StartAsync(kind);
        var (ours, theirs) = (await MarkedAccount.FillAsync(host, 1001, Ours), await MarkedAccount.FillAsync(host, 1002, Theirs));
        Assert.Equal(ours.Columns, (await ours.FindAsync()).Where(IsOfEntity));
        var before = await theirs.FindAsync();

        var erased = await EraseAsync(host, ours.Owner, ours.MarkOf("accounts.name"));
        var again = await EraseAsync(host, ours.Owner, confirmation: null);

        Assert.Null(erased.Refusal);
        Assert.Null(again.Refusal);
        Assert.DoesNotContain(await ours.FindAsync(), IsOfEntity);
        Assert.Equal(before, await theirs.FindAsync());
        await using var db = host.Db();
        Assert.Equal(1, await db.Set<Order>().CountAsync(order => order.AccountId == ours.Account));
        Assert.Single(await db.Set<Account>().Where(account => account.Id == ours.Account && account.ErasedAt != null).ToListAsync());
        Assert.Empty(await db.Set<Member>().Where(member => member.AccountId == ours.Account).ToListAsync());
        Assert.Single(await db.Set<Storefront.Store.EventLog.EventRow>().Where(row => row.AccountId == ours.Account && row.Type == "account.erased").ToListAsync());

        // Words of the index of search, which stand in it in pieces and belong to nobody, are not columns of an account.
        static bool IsOfEntity(string column) => !column.StartsWith("search_", StringComparison.Ordinal);
    }

    private static async Task<Result<Done>> EraseAsync(StorefrontHost host, Viewer owner, string? confirmation)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EraseAccount>().HandleAsync(owner, confirmation, CancellationToken.None);
    }

    private static async Task<Dictionary<string, string>> ReadAsync(Stream file)
    {
        file.Position = 0;
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null);
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(await entry.OpenAsync());
            entries[entry.FullName] = await text.ReadToEndAsync();
        }

        return entries;
    }
}
