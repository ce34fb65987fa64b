using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Features.Hours;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Benchmarks.Ledger;

/// <summary>Rows of years, written in bulk.</summary>
internal static class BulkRows
{
    private const int Batch = 5_000;

    /// <summary>Work of five years, and what took it back: lines until there are that many, evenly over the time until now.</summary>
    public static async Task AddLinesAsync(LedgerStore store, AccountId account, int lines)
    {
        var (begun, pairs) = (store.Time.Now - Duration.FromDays(5 * 365), (lines - 1) / 2);
        var step = (store.Time.Now - begun) / (pairs + 1);
        for (var done = 0; done < pairs; done += Batch)
        {
            await using var db = store.Db();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var number = done; number < Math.Min(pairs, done + Batch); number++)
            {
                var use = Line(number * 2, -30, HourEntryKind.Use, begun + (step * number), null);
                db.AddRange(use, Line((number * 2) + 1, 30, HourEntryKind.Reversal, use.At, use.Id.Value, use.At));
            }

            await db.SaveChangesAsync();
        }

        HourEntryRow Line(int number, int minutes, HourEntryKind kind, Instant at, Guid? subject, Instant? usedAt = null) => new()
        {
            AccountId = account,
            Id = HourEntryId.New(at),
            Sequence = 2 + number,
            Kind = kind,
            Minutes = minutes,
            BalanceAfter = minutes > 0 ? 1200 : 1170,
            At = at,
            CauseKind = kind == HourEntryKind.Use ? HourCauseKind.WorkLog : HourCauseKind.Reversal,
            SubjectId = subject,
            UsedAt = usedAt,
            IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"benchmark {number}"),
        };
    }

    /// <summary>Closed copies of a ticket, each a minute older than the one before, until the house has that many.</summary>
    public static async Task AddTicketsAsync(StorefrontDb db, int tickets)
    {
        var there = await db.Set<Ticket>().CountAsync();
        var isPostgres = db is PostgresStorefrontDb;
        var columns = db.Model.FindEntityType(typeof(Ticket))!.GetProperties().Select(property => property.GetColumnName()).ToList();
        var copied = columns.Select(column => column switch
        {
            "id" => isPostgres ? "gen_random_uuid()" : "printf('%08X-0000-7000-8000-%012X', n, n)",
            "number" => "number + n",
            "updated_at" => "updated_at - CAST(n AS bigint) * 60000000",
            "status" => "'Closed'",
            "next_due_at" => "NULL",
            _ => column,
        });
        var numbers = isPostgres
            ? $"SELECT n FROM generate_series(1, {tickets - there}) AS series(n)"
            : $"WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {tickets - there}) SELECT n FROM counted";
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var copy = $"INSERT INTO tickets ({string.Join(", ", columns)}) SELECT {string.Join(", ", copied)} "
            + $"FROM (SELECT * FROM tickets ORDER BY number DESC LIMIT 1) AS original CROSS JOIN ({numbers}) AS numbers";
        await db.Database.ExecuteSqlRawAsync(copy);
        if (isPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }
    }
}
