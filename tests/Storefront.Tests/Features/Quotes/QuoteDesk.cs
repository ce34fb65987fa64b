using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Hours;
using Storefront.Features.Quotes;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Quotes;

/// <summary>What both sides do with quotes in tests.</summary>
internal static class QuoteDesk
{
    private static int keys;

    /// <summary>A member of the account, with the most that it may approve.</summary>
    public static async Task<Viewer> JoinAsync(
        this TestStore store, AccountId account, string name, int? limit = null, MemberRole role = MemberRole.Member, string? email = null)
    {
        email ??= $"{name.ToLowerInvariant()}@example.com";
        var user = new User
        {
            Id = UserId.New(TestStore.Start),
            DisplayName = name,
            UserName = $"{account}-{email}",
            Email = email,
            EmailConfirmed = true,
            Language = "en",
        };
        await using var db = store.Db();
        db.Add(user);
        db.Add(new Member
        {
            AccountId = account,
            Id = MemberId.New(TestStore.Start),
            UserId = user.Id,
            Role = role,
            ApprovalLimitMinutes = limit,
            JoinedAt = TestStore.Start,
        });
        await db.SaveChangesAsync();
        return new Viewer(user.Id, name, email, IsStaff: false, account, role, Language: null, Token: null);
    }

    public static Task<Result<QuoteRow>> TryIssueAsync(
        this TestStore store, TicketKey ticket, Viewer staff, int minutes, QuoteSettlement settlement = QuoteSettlement.Hours, string? price = null) =>
        store.Get<IssueQuote>().HandleAsync(
            ticket, new QuoteInput(settlement, minutes, "The work", price, null, $"issue {Interlocked.Increment(ref keys)}"), staff, CancellationToken.None);

    public static async Task<QuoteRow> IssueAsync(
        this TestStore store, TicketKey ticket, Viewer staff, int minutes, QuoteSettlement settlement = QuoteSettlement.Hours, string? price = null)
    {
        var issued = await store.TryIssueAsync(ticket, staff, minutes, settlement, price);
        Assert.Null(issued.Refusal);
        return issued.Value;
    }

    public static Task<Result<QuoteRow>> ApproveAsync(this TestStore store, QuoteRow quote, Viewer by) =>
        store.Get<ApproveQuote>().HandleAsync(quote.Id, $"approve {Interlocked.Increment(ref keys)}", by, CancellationToken.None);

    public static Task<Result<QuoteRow>> DeclineAsync(this TestStore store, QuoteRow quote, Viewer by, string? reason = "Too much") =>
        store.Get<DeclineQuote>().HandleAsync(quote.Id, reason, by, CancellationToken.None);

    /// <summary>What is available of the account's hours and what is held.</summary>
    public static async Task<(int Available, int Held)> HoursAsync(this TestStore store, AccountId account)
    {
        await using var db = store.Db();
        var ledger = await store.Get<HourLedgerStore>().LoadAsync(db, account, [], CancellationToken.None);
        return (ledger.AvailableMinutes, ledger.HeldMinutes);
    }

    public static async Task<QuoteRow> QuoteAsync(this TestStore store, QuoteId id)
    {
        await using var db = store.Db();
        return await db.Set<QuoteRow>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    public static async Task<List<string>> EventsAsync(this TestStore store, AccountId account, string area)
    {
        await using var db = store.Db();
        return await db.Set<Storefront.Store.EventLog.EventRow>().Where(row => row.AccountId == account && row.Type.StartsWith(area))
            .OrderBy(row => row.Sequence).Select(row => row.Type).ToListAsync();
    }
}
