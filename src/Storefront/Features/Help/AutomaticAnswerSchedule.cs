using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Help;

/// <summary>
/// Has every ticket that an action opened, whatever the way it came, looked up in the help centre, where the handbook wants that (ALF-05).
/// </summary>
internal sealed class AutomaticAnswerSchedule(Handbook handbook) : IAccountSettlement
{
    /// <summary>The kind of due work that answers one ticket.</summary>
    public const string DueWorkKind = "help.answer";

    public Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken) => Task.FromResult<Instant?>(null);

    public Task SettleAsync(AccountScope scope, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task FinishAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        if (handbook.AutomaticAnswer is not { } policy)
        {
            return;
        }

        // Only what this transaction has in hand: those it opened are among them.
        foreach (var ticket in scope.Db.Set<Ticket>().Local.Where(ticket => ticket.OpenedAt == scope.Now && ticket.Status != TicketStatus.Closed).ToList())
        {
            var key = $"help.answer:{ticket.Id.Value:N}";
            if (!await scope.Db.Set<DueWorkRow>().AnyAsync(work => work.Key == key, cancellationToken))
            {
                await scope.ScheduleAsync(
                    DueWorkKind, key, scope.Now + Duration.FromSeconds(policy.AfterSeconds), scope.AccountId, ticket.Id.ToString(), cancellationToken);
            }
        }
    }
}
