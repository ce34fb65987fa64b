using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Payments.Webhooks;

/// <summary>Staff have an event that failed processed again, now.</summary>
public sealed class RetryWebhook(AccountTransactions transactions)
{
    /// <summary>One that was processed meanwhile stays so; NOT_FOUND when there is no such event.</summary>
    public Task<Result<Done>> HandleAsync(WebhookEventId id, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(async (scope, token) =>
        {
            if (await scope.Db.Set<WebhookEvent>().SingleOrDefaultAsync(row => row.Id == id, token) is not { } received)
            {
                return new NotFound("webhook");
            }

            if (received.State is WebhookEventState.Failed or WebhookEventState.Received)
            {
                await WebhookInbox.ScheduleAsync(scope, received, token);
            }

            return Done.Value;
        },
        cancellationToken);
}
