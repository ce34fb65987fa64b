using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Tests.Features.Tickets;

/// <summary>An index of unfinished tickets serves only questions that say so in its own words; other words would read every ticket there ever was.</summary>
public sealed class TicketStagesTests
{
    public static TheoryData<string> Providers => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Unfinished_tickets_are_asked_for_in_the_words_of_their_indexes(string provider)
    {
        using var db = Create(provider);
        var account = new AccountId(Guid.Empty);

        var before = db.Set<Ticket>().Unfinished().Where(ticket => ticket.AccountId == account).ToQueryString();
        var after = db.Set<Ticket>().Where(ticket => ticket.AccountId == account).Unfinished().OrderByDescending(ticket => ticket.UpdatedAt).ToQueryString();

        Assert.All([before, after], sql => Assert.Contains(TicketStages.UnfinishedFilter, Unquoted(sql), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Finished_tickets_are_asked_for_in_the_words_of_their_index(string provider)
    {
        using var db = Create(provider);

        var sql = db.Set<Ticket>().Where(ticket => ticket.WaitsForTurn).Finished().ToQueryString();

        Assert.Contains(TicketStages.FinishedFilter, Unquoted(sql), StringComparison.Ordinal);
    }

    private static string Unquoted(string sql) => sql.Replace("\"", "", StringComparison.Ordinal).Replace("t.", "", StringComparison.Ordinal);

    private static StorefrontDb Create(string provider) => provider == "sqlite"
        ? new SqliteDesignTimeFactory().CreateDbContext([])
        : new PostgresDesignTimeFactory().CreateDbContext([]);
}
