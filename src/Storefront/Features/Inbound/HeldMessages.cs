using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <summary>Messages that wait for staff.</summary>
public sealed class HeldMessages(IDbContextFactory<StorefrontDb> contexts, AccountTransactions transactions, IServiceScopeFactory services)
{
    private const int Most = 50;

    /// <summary>Those that wait, the latest first.</summary>
    public async Task<IReadOnlyList<InboundMessage>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<InboundMessage>().AsNoTracking().Where(row => row.State == InboundState.Held || row.State == InboundState.Failed)
            .OrderByDescending(row => row.ReceivedAt).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>Has one processed as from a person of that address; false when nobody has it, or it still has no place.</summary>
    public async Task<bool> VouchAsync(InboundMessageId id, string email, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var process = scope.ServiceProvider.GetRequiredService<ProcessInbound>();
        var known = scope.ServiceProvider.GetRequiredService<InboundSenders>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var message = await db.Set<InboundMessage>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (message?.State is not (InboundState.Held or InboundState.Failed)
            || await known.FindAsync(InboundWay.Email, email.Trim(), cancellationToken) is not { } sender || sender is { IsStaff: false, Memberships.Count: 0 })
        {
            return false;
        }

        await process.RunAsync(message, email.Trim(), cancellationToken);
        return await db.Set<InboundMessage>().AnyAsync(row => row.Id == id && row.State == InboundState.Processed, cancellationToken);
    }

    public Task DropAsync(InboundMessageId id, CancellationToken cancellationToken) => transactions.RunAsync<Done>(async (scope, token) =>
    {
        await scope.Db.Set<InboundMessage>().Where(row => row.Id == id && (row.State == InboundState.Held || row.State == InboundState.Failed))
            .ExecuteUpdateAsync(row => row.SetProperty(message => message.State, InboundState.Dropped), token);
        return Done.Value;
    },
    cancellationToken);

    internal static string TextOf(InboundMessage message) => message.Raw.Length == 0 ? "" : InboundContent.Of(message).Text;
}
