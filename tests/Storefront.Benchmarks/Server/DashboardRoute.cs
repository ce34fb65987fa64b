using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Hours;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Benchmarks.Server;

/// <summary>What a dashboard shows of an account, by the same queries as the API's.</summary>
internal static class DashboardRoute
{
    public const string Path = "/graphql/by-hand/dashboard";

    private const int MostTickets = 20;

    public static void MapDashboardRoute(this IEndpointRouteBuilder routes) => routes.MapGet(Path, AnswerAsync);

    private static async Task<JsonHttpResult<Answer<DashboardData>>> AnswerAsync(
        CurrentViewer current,
        IDbContextFactory<StorefrontDb> contexts,
        HourReader hours,
        Handbook handbook,
        EventTypes types,
        CancellationToken cancellationToken)
    {
        var id = current.Viewer!.AccountId!.Value;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        IReadOnlyList<AccountId> keys = [id];
        var account = (await db.Set<Account>().AsNoTracking().Where(account => keys.Contains(account.Id)).ToListAsync(cancellationToken))[0];
        var balance = await hours.ReadAsync(id, asOf: null, cancellationToken);
        var tickets = await db.Set<Ticket>().AsNoTracking().Where(ticket => ticket.AccountId == id)
            .OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Number)
            .Take(MostTickets + 1)
            .ToListAsync(cancellationToken);
        var shown = tickets.Take(MostTickets).ToList();
        var (accounts, sequences) = (new List<AccountId> { id }, shown.Select(ticket => ticket.LastSequence).ToList());
        var events = await db.Set<EventRow>().AsNoTracking()
            .Where(row => accounts.Contains(row.AccountId) && row.Stream == EventStream.Customer && sequences.Contains(row.Sequence))
            .ToDictionaryAsync(row => row.Sequence, cancellationToken);
        var culture = CultureInfo.CurrentUICulture;
        return TypedResults.Json(
            new Answer<DashboardData>(new DashboardData(new AccountData(
                account.Name,
                new HoursData(balance.AvailableMinutes, balance.HeldMinutes, balance.UsedMinutes, balance.PeriodEnd?.ToDateTimeUtc()),
                new TicketsData([.. shown.Select(ticket => DataOf(ticket, events.GetValueOrDefault(ticket.LastSequence), handbook, types, culture))])))),
            ByHandJson.Answers.AnswerDashboardData);
    }

    private static TicketData DataOf(Ticket ticket, EventRow? last, Handbook handbook, EventTypes types, CultureInfo culture) => new(
        ticket.Number,
        ticket.Subject,
        ByHandJson.NameOf(ticket.Status),
        ClassOf(ticket, handbook, culture),
        ticket.UpdatedAt.ToDateTimeUtc(),
        last is null
            ? null
            : new EventData(last.Sequence, ByHandJson.NameOf(EventKinds.Of(types.Read(last.Type, last.Version, last.Data))), last.At.ToDateTimeUtc()));

    private static ClassData ClassOf(Ticket ticket, Handbook handbook, CultureInfo culture)
    {
        TicketClass known = handbook.Tickets.FindClass(ticket.ClassKey)!;
        return new ClassData(known.Key, known.Name.In(culture));
    }
}
