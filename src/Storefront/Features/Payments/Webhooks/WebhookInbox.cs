using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Stripe.Events;

namespace Storefront.Features.Payments.Webhooks;

/// <summary>Keeps each event once, as it came, and has it processed at once.</summary>
public sealed class WebhookInbox(AccountTransactions transactions)
{
    /// <summary>The kind of due work that processes one event.</summary>
    public const string DueWorkKind = "webhook.process";

    private const long TicksPerMicrosecond = 10;

    /// <summary>Stores an event that is believed; one that is there already changes nothing.</summary>
    public Task<Result<Done>> StoreAsync(Event received, string json, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(async (scope, token) =>
        {
            if (await scope.Db.Set<WebhookEvent>().AnyAsync(row => row.StripeEventId == received.Id, token))
            {
                return Done.Value;
            }

            var isHandled = ProcessWebhook.Handles(received.Type);
            var row = new WebhookEvent
            {
                Id = WebhookEventId.New(scope.Now),
                StripeEventId = received.Id,
                Type = received.Type,
                Raw = json,
                ReceivedAt = scope.Now,
                State = isHandled ? WebhookEventState.Received : WebhookEventState.Ignored,
            };
            scope.Db.Add(row);
            if (isHandled)
            {
                await ScheduleAsync(scope, row, token);
            }

            return Done.Value;
        },
        cancellationToken);

    /// <summary>Has it processed now. The microseconds make another request of it, which waits for no back-off, also where time stands still.</summary>
    internal static Task ScheduleAsync(StoreScope scope, WebhookEvent received, CancellationToken cancellationToken) => scope.ScheduleAsync(
        DueWorkKind,
        $"webhook:{received.Id.Value:N}",
        scope.Now - Duration.FromTicks(TicksPerMicrosecond * received.Attempts),
        subject: received.Id.ToString(),
        cancellationToken: cancellationToken);

    /// <summary>The id of the object that an event is about; null when it has none.</summary>
    internal static string? ObjectIdOf(Event happened) =>
        happened.Data.RawObject is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("id", out var id) ? id.GetString() : null;
}
