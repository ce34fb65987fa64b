using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;
using Storefront.Stripe.Sandbox.Webhooks;

namespace Storefront.Stripe.Sandbox;

/// <summary>
/// A small Stripe of our own: state in a SQLite file, the API and the hosted pages over HTTP, billing on the business's
/// clock, signed webhooks. Made for sandbox and tests; no money moves.
/// </summary>
public sealed class LocalStripe : IDisposable
{
    private readonly LocalStripeOptions _options;
    private readonly SemaphoreSlim _wake = new(0);
    private string? _baseUrl;

    /// <summary>Opens the database file, making it when missing.</summary>
    public LocalStripe(LocalStripeOptions options, WebhookSender sender)
    {
        _options = options;
        Store = new StripeStore(options.DatabasePath);
        Deliveries = new WebhookDeliveries(Store, options, sender);
        using var store = Store.BeginReading();
        _baseUrl = store.Scalar("SELECT value FROM settings WHERE name = 'base_url'") as string;
    }

    internal StripeStore Store { get; }

    internal WebhookDeliveries Deliveries { get; }

    /// <summary>The next instant of business time at which something falls due by itself; null when nothing will.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var store = Store.BeginReading();
        return Task.FromResult(store.NextDue() is { } due ? DateTimeOffset.FromUnixTimeSeconds(due.At) : (DateTimeOffset?)null);
    }

    /// <summary>
    /// Runs everything that is due at <paramref name="now"/> (inclusive) in order, each at its own instant and in a
    /// transaction of its own; returns how many steps that took.
    /// </summary>
    public async Task<int> RunDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var limit = now.ToUnixTimeSeconds();
        var steps = 0;
        while (await RunNextAsync(limit, cancellationToken))
        {
            steps++;
        }

        return steps;
    }

    /// <summary>Delivers every waiting event once, whether or not its retry has come, until none is left that was not tried.</summary>
    public Task<WebhookDeliveryReport> DeliverPendingAsync(CancellationToken cancellationToken = default) =>
        Deliveries.DeliverAsync(onlyDue: false, cancellationToken);

    /// <summary>The latest attempts to deliver, newest first.</summary>
    public Task<IReadOnlyList<WebhookAttempt>> ListDeliveriesAsync(int limit = 100, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Deliveries.Attempts(limit));
    }

    /// <summary>Forgets every customer and all that was theirs, undelivered events too. Products and addresses stay, as a shop's settings do.</summary>
    public async Task StartOverAsync(CancellationToken cancellationToken = default)
    {
        using var store = await Store.BeginAsync(cancellationToken);
        store.Execute("DELETE FROM objects WHERE kind <> 'product'; DELETE FROM idempotency; DELETE FROM deliveries; DELETE FROM delivery_log");
        store.Commit();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Deliveries.Dispose();
        Store.Dispose();
        _wake.Dispose();
    }

    internal Workspace NewWorkspace(StripeTransaction store, string? baseUrl, (string Id, string? IdempotencyKey)? request) =>
        new(store, _options, _options.BusinessNow.ToUnixTimeSeconds(), baseUrl ?? _baseUrl) { Request = request };

    /// <summary>Keeps the address under which the API is called: what the clock makes needs links to pages as well.</summary>
    internal void RememberAddress(StripeTransaction store, string baseUrl)
    {
        if (_baseUrl != baseUrl)
        {
            store.Execute("INSERT OR REPLACE INTO settings (name, value) VALUES ('base_url', $value)", ("$value", baseUrl));
            _baseUrl = baseUrl;
        }
    }

    internal void WakeDelivery(int events)
    {
        if (events > 0 && _wake.CurrentCount == 0)
        {
            _wake.Release();
        }
    }

    internal Task WaitForEventsAsync(TimeSpan longest, CancellationToken cancellationToken) => _wake.WaitAsync(longest, cancellationToken);

    private async Task<bool> RunNextAsync(long limit, CancellationToken cancellationToken)
    {
        using (var reading = Store.BeginReading())
        {
            if (!(reading.NextDue()?.At <= limit))
            {
                return false;
            }
        }

        using var store = await Store.BeginAsync(cancellationToken);
        if (store.NextDue() is not { } due || due.At > limit)
        {
            return false;
        }

        var json = store.Find(due.Id)!;
        var work = new Workspace(store, _options, due.At, _baseUrl);
        DueWork.Run(work, json);
        if (DueInstant.Of(json) is { } next && next <= due.At && store.NextDue() is { } left && left == due)
        {
            throw new InvalidOperationException($"{due.Id} is still due after it was run.");
        }

        store.Commit();
        WakeDelivery(work.Events.Count);
        return true;
    }
}
