using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Sync;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Stripe.Events;

namespace Storefront.Features.Payments.Webhooks;

/// <summary>
/// Does what an event asks for: not what it says, but what its object at Stripe is now, so that it makes no difference how often, how
/// late and in which order events come (COM-05). What cannot be done is tried again, ever more seldom, and shown to staff.
/// </summary>
internal sealed class ProcessWebhook(
    StorefrontDb db, BusinessClock clock, SessionSync sessions, InvoiceSync invoices, SubscriptionSync subscriptions, PaymentIntentSync intents)
    : IDueWorkHandler
{
    /// <summary>About two days of tries; after that staff decide.</summary>
    public const int MostAttempts = 56;

    private const int LongestError = 1000;

    public static bool Handles(string type) => SourceOf(type) is not null;

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = new WebhookEventId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        var received = await db.Set<WebhookEvent>().SingleAsync(row => row.Id == id, cancellationToken);
        if (received.State is WebhookEventState.Processed or WebhookEventState.Ignored)
        {
            return;
        }

        received.Attempts++;
        try
        {
            received.AccountId = await ProcessAsync(received, cancellationToken);
            received.State = WebhookEventState.Processed;
            received.ProcessedAt = clock.GetCurrentInstant();
            received.LastError = null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            received.State = WebhookEventState.Failed;
            received.LastError = exception.Message[..Math.Min(exception.Message.Length, LongestError)];
            await db.SaveChangesAsync(cancellationToken);
            if (received.Attempts < MostAttempts)
            {
                throw;
            }

            return;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<AccountId> ProcessAsync(WebhookEvent received, CancellationToken cancellationToken)
    {
        var happened = EventUtility.ParseEvent(received.Raw, throwOnApiVersionMismatch: false);
        var id = WebhookInbox.ObjectIdOf(happened) ?? throw new UnassignableException($"The event {happened.Id} is about nothing.");
        return SourceOf(received.Type) switch
        {
            Source.Session => await sessions.RunAsync(id, cancellationToken),
            Source.Invoice => await invoices.RunAsync(id, cancellationToken),
            Source.Subscription => await subscriptions.RunAsync(id, cancellationToken),
            Source.PaymentIntent => await intents.RunAsync(id, cancellationToken),
            Source.Charge => await intents.RunAsync(IntentOf(happened), cancellationToken),
            null => throw new InvalidOperationException($"Events of the type {received.Type} are not processed."),
        };
    }

    private static string IntentOf(Event happened) =>
        happened.Data.RawObject.TryGetProperty("payment_intent", out var intent) && intent.ValueKind == JsonValueKind.String
            ? intent.GetString()!
            : throw new UnassignableException($"The charge of the event {happened.Id} belongs to no payment.");

    private static Source? SourceOf(string type) => type switch
    {
        EventTypes.CheckoutSessionCompleted or EventTypes.CheckoutSessionExpired
            or EventTypes.CheckoutSessionAsyncPaymentSucceeded or EventTypes.CheckoutSessionAsyncPaymentFailed => Source.Session,
        EventTypes.InvoicePaid or EventTypes.InvoicePaymentFailed or EventTypes.InvoicePaymentActionRequired
            or EventTypes.InvoiceMarkedUncollectible => Source.Invoice,
        EventTypes.CustomerSubscriptionUpdated or EventTypes.CustomerSubscriptionDeleted
            or EventTypes.CustomerSubscriptionPaused or EventTypes.CustomerSubscriptionResumed => Source.Subscription,
        EventTypes.PaymentIntentPaymentFailed => Source.PaymentIntent,
        EventTypes.ChargeRefunded or EventTypes.ChargeRefundUpdated or EventTypes.RefundUpdated or EventTypes.RefundFailed => Source.Charge,
        _ => null,
    };

    private enum Source
    {
        Session,
        Invoice,
        Subscription,
        PaymentIntent,
        Charge,
    }
}
