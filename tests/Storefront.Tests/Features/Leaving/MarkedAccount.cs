using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Projects;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Leaving;

/// <summary>
/// An account with a row in every table that can say anything of it, whatever tables there are. In each column that holds text stands a mark
/// that names the column: a new column is looked for without anybody thinking of it.
/// </summary>
internal sealed class MarkedAccount
{
    // Tables of the house, not of a customer.
    private static readonly HashSet<string> OfTheHouse =
    [
        "roles", "role_claims", "user_roles", "user_passkeys", "data_protection_keys", "handbook_versions", "house_counters", "house", "sandbox_clock",
        "answer_templates", "rate_changes", "incidents", "incident_updates",
    ];

    // Text that names nobody: keys of the handbook, references, tags, hashes, keys under which things are done once.
    private static readonly HashSet<string> Impersonal =
    [
        "accounts.house", "accounts.language", "accounts.time_zone", "accounts.stripe_customer_id", "users.concurrency_stamp", "users.language", "users.time_zone",
        "api_tokens.scopes", "attachments.content_type", "orders.reference", "orders.plan_key", "orders.earned_plan_key", "orders.handbook_version", "orders.package_key", "orders.platform_key", "orders.design_key",
        "orders.payment_method", "orders.stripe_session_id", "orders.decline_code", "automatic_answers.page_key", "hour_overages.plan_key",
        "hour_entries.idempotency_key", "commission_months.month", "commission_months.earned_plan_key", "inbound_messages.fingerprint", "meetings.booking_key",
        "meetings.language", "meetings.time_zone", "payments.business_key", "payments.method", "payments.stripe_invoice_id", "payments.stripe_payment_intent_id",
        "webhook_events.stripe_event_id", "webhook_events.type", "pending_plan_changes.idempotency_key", "plan_subscriptions.handbook_version",
        "plan_subscriptions.payment_method", "plan_subscriptions.plan_key", "plan_subscriptions.scheduled_handbook_version",
        "plan_subscriptions.stripe_subscription_id", "plan_subscriptions.stripe_subscription_item_id", "ticket_intakes.channel_key", "tickets.add_on_key",
        "tickets.class_key", "tickets.handbook_version", "tickets.kind_key", "tickets.platform", "tickets.promised_under", "tickets.proposed_class_key",
        "ticket_messages.channel_key", "ticket_target_notes.class_key", "work_logs.idempotency_key", "due_work.key", "due_work.kind", "due_work.subject",
        "events.data", "events.type", "account_care.direct_channel", "payments.problem", "pending_plan_changes.kind", "pending_plan_changes.terms",
        "ticket_intakes.turned_down_as", "projects.package_key", "projects.template_key", "projects.platform_key", "projects.design_key", "projects.handbook_version",
        "invoices.handbook_version", "invoices.plan_key", "payment_notices.method", "payment_notices.proof_hash", "credit_entries.business_key",
        "project_messages.stage_key", "project_messages.input_key", "project_inputs.input_key", "project_tasks.key",
    ];

    // Where anything else would make the program do something of its own.
    private static readonly Dictionary<string, object> Fixed = new(StringComparer.Ordinal)
    {
        ["members.role"] = "Owner",
        ["plan_subscriptions.status"] = "Canceled",
        ["orders.status"] = "Expired",
        ["tickets.status"] = "Closed",
        ["quotes.status"] = "Withdrawn",
        ["projects.status"] = "Completed",
        ["pending_plan_changes.state"] = "Applied",
        ["meetings.status"] = "Canceled",
        ["inbound_messages.state"] = "Processed",
        ["webhook_events.state"] = "Processed",
        ["attachment_chunks.index"] = 0,
        ["due_work.done_at"] = 1L,
        ["mails.sent_at"] = 1L,
        ["events.published_at"] = 1L,
    };

    private readonly StorefrontHost host;
    private readonly int number;

    private MarkedAccount(StorefrontHost host, int number, string mark)
    {
        this.host = host;
        this.number = number;
        Mark = mark;
    }

    public string Mark { get; }

    public AccountId Account => new(IdOf(typeof(AccountId)));

    public Viewer Owner => new(new UserId(IdOf(typeof(UserId))), "Ana", MarkOf("users.email"), IsStaff: false, Account, MemberRole.Owner, null, Token: null);

    /// <summary>Every column that was marked, as <c>table.column</c>.</summary>
    public SortedSet<string> Columns { get; } = new(StringComparer.Ordinal);

    public string MarkOf(string column) => $"{Mark}<{column}>";

    public static async Task<MarkedAccount> FillAsync(StorefrontHost host, int number, string mark)
    {
        var account = new MarkedAccount(host, number, mark);
        await using var db = host.Db();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await RunAsync(connection, host.Database.Postgres is null ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica", []);
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => !entity.IsOwned() && !OfTheHouse.Contains(entity.GetTableName()!)))
        {
            var values = entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties()))
                .Select(property => (Name: property.GetColumnName(), Value: account.ValueOf(entity.GetTableName()!, property))).ToList();
            await RunAsync(
                connection,
                $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", values.Select(value => $"\"{value.Name}\""))}) VALUES ({string.Join(", ", values.Select((_, index) => $"@p{index}"))})",
                [.. values.Select(value => value.Value)]);
        }

        await RunAsync(connection, host.Database.Postgres is null ? "PRAGMA foreign_keys = ON" : "SET session_replication_role = DEFAULT", []);
        return account;
    }

    /// <summary>The columns in which the mark still stands, in all tables there are, also those that no entity knows.</summary>
    public async Task<IReadOnlyCollection<string>> FindAsync()
    {
        await using var db = host.Db();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var tables = await ReadAsync(connection, host.Database.Postgres is null
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var cell in await ReadAsync(connection, $"SELECT * FROM \"{table.Cell}\""))
            {
                if (cell.Cell.Contains(Mark, StringComparison.OrdinalIgnoreCase))
                {
                    found.Add($"{table.Cell}.{cell.Column}");
                }
            }
        }

        return found;
    }

    private Guid IdOf(Type type)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{number} {type.Name}"));
        return new Guid(hash.AsSpan(0, 16));
    }

    private object? ValueOf(string table, IProperty property)
    {
        var column = $"{table}.{property.GetColumnName()}";
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (Fixed.TryGetValue(column, out var known))
        {
            return known;
        }

        if (type == typeof(string))
        {
            return Impersonal.Contains(column) ? $"x{number}" : Marked(column);
        }

        return type switch
        {
            _ when type == typeof(ProjectState) => property.FindTypeMapping()!.Converter!.ConvertToProvider(StateOf(column)),
            _ when type == typeof(ProjectRequestTasks) => property.FindTypeMapping()!.Converter!.ConvertToProvider(new ProjectRequestTasks([Marked(column)])),
            _ when type == typeof(byte[]) => Encoding.UTF8.GetBytes(table is "inbound_messages" or "attachment_chunks" ? Marked(column) : $"{number}"),
            _ when type == typeof(Guid) || type.GetInterfaces().Any(contract => contract.Name.StartsWith("IIdentifier", StringComparison.Ordinal)) => IdOf(type),
            _ when type.IsEnum => Enum.GetNames(type)[0],
            _ when type == typeof(bool) => false,
            _ when type == typeof(int) && !property.IsNullable => number,
            _ when type == typeof(long) => (long)number + (property.Name.StartsWith("Next", StringComparison.Ordinal) ? 1 : 0),
            _ when type == typeof(Currency) => "CLP",
            _ when type == typeof(LocalDate) && !property.IsNullable => "2026-11-02",
            _ when type == typeof(Instant) && !property.IsNullable => TestStore.Start.ToMicroseconds(),
            _ when property.IsNullable => null,
            _ => throw new InvalidOperationException($"{column} is a {type}, of which no value is known."),
        };
    }

    private ProjectState StateOf(string column)
    {
        var nothing = Money.Zero(Currency.Parse("CLP"));
        var input = new InputState("logo", InputStatus.Returned, Marked(column), TestStore.Start, Marked(column));
        return new ProjectState(
            new ProjectId(IdOf(typeof(ProjectId))), TestStore.Start, nothing, nothing, nothing, null, [], [input], [], [], [], CompletedAt: TestStore.Start);
    }

    private string Marked(string column)
    {
        Columns.Add(column);
        return MarkOf(column);
    }

    private static async Task RunAsync(DbConnection connection, string sql, IReadOnlyList<object?> values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (index, value) in values.Index())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (string.Create(CultureInfo.InvariantCulture, $"@p{index}"), value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<(string Column, string Cell)>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var cells = new List<(string, string)>();
        while (await rows.ReadAsync())
        {
            for (var index = 0; index < rows.FieldCount; index++)
            {
                var cell = rows.IsDBNull(index) ? "" : rows.GetFieldType(index) == typeof(byte[]) && rows.GetValue(index) is byte[] bytes
                     ? Encoding.UTF8.GetString(bytes)
                    : Convert.ToString(rows.GetValue(index), CultureInfo.InvariantCulture) ?? "";
                cells.Add((rows.GetName(index), cell));
            }
        }

        return cells;
    }
}
