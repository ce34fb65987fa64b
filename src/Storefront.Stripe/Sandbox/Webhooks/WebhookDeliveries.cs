using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Webhooks;

/// <summary>What one round of deliveries came to.</summary>
/// <param name="Delivered">Events that the address took with a 2xx answer.</param>
/// <param name="Failed">Events that it did not take, to be tried again.</param>
public sealed record WebhookDeliveryReport(int Delivered, int Failed);

/// <summary>
/// One attempt to deliver an event, in real time. There is no status when there was no answer, and no error when the
/// event was taken.
/// </summary>
public sealed record WebhookAttempt(string EventId, string EventType, DateTimeOffset At, int? Status, string? Error);

/// <summary>
/// Delivers queued events in their order, one at a time. An event that is not taken is tried again later and does not
/// hold up the others. The queue is in the database, so that a restart loses nothing.
/// </summary>
internal sealed class WebhookDeliveries(StripeStore store, LocalStripeOptions options, WebhookSender sender) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<WebhookDeliveryReport> DeliverAsync(bool onlyDue, CancellationToken cancellationToken)
    {
        if (options.WebhookUrl is not { } address)
        {
            return new(0, 0);
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            var (delivered, failed) = (0, 0);
            var last = 0L;
            while (Next(last, onlyDue) is { } waiting)
            {
                last = waiting.Position;
                if (await DeliverAsync(address, waiting, cancellationToken))
                {
                    delivered++;
                }
                else
                {
                    failed++;
                }
            }

            return new(delivered, failed);
        }
        finally
        {
            _one.Release();
        }
    }

    public IReadOnlyList<WebhookAttempt> Attempts(int limit)
    {
        using var reading = store.BeginReading();
        return reading.Rows(
            "SELECT event, type, at, status, error FROM delivery_log ORDER BY seq DESC LIMIT $limit",
            row => new WebhookAttempt(
                row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                row.IsDBNull(3) ? null : row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4)),
            ("$limit", limit));
    }

    public void Dispose() => _one.Dispose();

    private (long Position, JsonObject Event, int Attempts)? Next(long after, bool onlyDue)
    {
        using var reading = store.BeginReading();
        var rows = reading.Rows(
            "SELECT seq, event, attempts FROM deliveries WHERE next_attempt_at IS NOT NULL AND seq > $after AND next_attempt_at <= $now ORDER BY seq LIMIT 1",
            row => (Position: row.GetInt64(0), Event: row.GetString(1), Attempts: row.GetInt32(2)),
            ("$after", after), ("$now", onlyDue ? options.RealTime.GetUtcNow().ToUnixTimeMilliseconds() : long.MaxValue));
        return rows.Count == 0 ? null : (rows[0].Position, reading.Find(rows[0].Event)!, rows[0].Attempts);
    }

    private async Task<bool> DeliverAsync(
        Uri address, (long Position, JsonObject Event, int Attempts) waiting, CancellationToken cancellationToken)
    {
        var payload = waiting.Event.Shown().ToJsonString();
        var now = options.RealTime.GetUtcNow();
        var signature = WebhookSender.Sign(payload, options.WebhookSecret, now.ToUnixTimeSeconds());
        var (status, error) = await sender.SendAsync(address, payload, signature, cancellationToken);
        using var writing = await store.BeginAsync(cancellationToken);
        var id = waiting.Event.Text("id");
        writing.Execute(
            "INSERT INTO delivery_log (event, type, at, status, error) VALUES ($event, $type, $at, $status, $error)",
            ("$event", id), ("$type", waiting.Event.Text("type")), ("$at", now.ToUnixTimeMilliseconds()),
            ("$status", (int?)status), ("$error", error));
        writing.Execute(
            "UPDATE deliveries SET attempts = attempts + 1, next_attempt_at = $next, delivered_at = $delivered WHERE event = $event",
            ("$event", id), ("$next", error is null ? null : RetryAt(now, waiting.Attempts)),
            ("$delivered", error is null ? now.ToUnixTimeMilliseconds() : null));
        if (error is null && writing.Find(id) is { } stored)
        {
            stored["pending_webhooks"] = 0;
            writing.Save(stored);
        }

        writing.Commit();
        return error is null;
    }

    private long? RetryAt(DateTimeOffset now, int attempts) => attempts < options.WebhookRetries.Count
        ? (now + options.WebhookRetries[attempts]).ToUnixTimeMilliseconds()
        : null;
}
