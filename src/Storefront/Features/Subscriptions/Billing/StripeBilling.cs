using System.Globalization;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Features.Subscriptions.Billing;

/// <summary>
/// Keeps Stripe's subscription as ours is to be. Stripe is told amounts and never asked to share anything out: what an upgrade costs are
/// invoice items of our own, and the price that the next term costs is set without proration. Everything may be told again.
/// </summary>
public sealed class StripeBilling(StripeClient stripe, StripePrices prices, InvoiceItemText texts)
{
    private const string ChangeKey = "plan_change";
    private const string None = "none";

    /// <summary>Stripe anchors its periods hours beside ours; what is further off than this is another period.</summary>
    private static readonly Duration SamePeriod = Duration.FromDays(2);

    /// <summary>Makes Stripe bill what is wanted, or says why not: then nothing of it stays.</summary>
    public Task<Result<Done>> TellAsync(BillingOrder order, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        var standing = await stripe.V1.Subscriptions.GetAsync(order.StripeSubscriptionId, cancellationToken: cancellationToken);
        if (IsOver(standing) || order.Wanted.Status == PlanSubscriptionStatus.Canceled)
        {
            return await EndAsync(order, standing, cancellationToken);
        }

        var price = await prices.IdOfAsync(NextTerms(order.Wanted), cancellationToken);
        var item = standing.Items.Data.Single();
        if (order.Preview is { } preview)
        {
            if (!IsSamePeriod(item, order))
            {
                return new RenewalInProgress(order.Wanted.Term.Start);
            }

            if (!await AgreesAsync(order, preview, standing, item, price, cancellationToken))
            {
                return new BillingDisagrees();
            }

            await ChargeAsync(order, preview, standing, item, cancellationToken);
        }

        await UpdateAsync(order, standing, item, price, cancellationToken);
        return Done.Value;
    });

    /// <summary>Takes back what an order may have told: its items that still wait, and the price of the next term.</summary>
    public Task<Result<Done>> TakeBackAsync(BillingOrder order, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        var standing = await stripe.V1.Subscriptions.GetAsync(order.StripeSubscriptionId, cancellationToken: cancellationToken);
        foreach (var item in await WaitingAsync(standing, order.ChangeId, cancellationToken))
        {
            await stripe.V1.InvoiceItems.DeleteAsync(item.Id, cancellationToken: cancellationToken);
        }

        if (!IsOver(standing) && order.Wanted.IsRunning)
        {
            var price = await prices.IdOfAsync(NextTerms(order.Wanted), cancellationToken);
            await UpdateAsync(order, standing, standing.Items.Data.Single(), price, cancellationToken);
        }

        return Done.Value;
    });

    private static async Task<Result<Done>> AnswerAsync(Func<Task<Result<Done>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (StripeException exception) when (exception.IsTransient)
        {
            return new Unreachable();
        }
        catch (StripeException exception)
        {
            return new BillingRefused(exception.StripeError?.DeclineCode ?? exception.StripeError?.Code ?? exception.Message);
        }
    }

    private async Task<Result<Done>> EndAsync(BillingOrder order, Subscription standing, CancellationToken cancellationToken)
    {
        if (order.Wanted.Status != PlanSubscriptionStatus.Canceled)
        {
            return new BillingRefused(standing.Status);
        }

        if (!IsOver(standing))
        {
            await stripe.V1.Subscriptions.CancelAsync(standing.Id, new SubscriptionCancelOptions(), Once(order, "cancel"), cancellationToken);
        }

        return Done.Value;
    }

    /// <summary>Whether Stripe, asked what it would invoice, comes to the amounts that the customer has confirmed.</summary>
    private async Task<bool> AgreesAsync(
        BillingOrder order, ChangePreview preview, Subscription standing, SubscriptionItem item, string price, CancellationToken cancellationToken)
    {
        var renewal = preview.Lines.Single(line => line.Kind == ChangeLineKind.Renewal);
        var next = await stripe.V1.Invoices.CreatePreviewAsync(
            new InvoiceCreatePreviewOptions
            {
                Subscription = standing.Id,
                PreviewMode = "recurring",
                SubscriptionDetails = new InvoiceSubscriptionDetailsOptions
                {
                    Items = [new SubscriptionItemOptions { Id = item.Id, Price = price }],
                    ProrationBehavior = None,
                },
            },
            cancellationToken: cancellationToken);
        if (!Comes(next.Lines.Data.Where(line => line.Parent?.SubscriptionItemDetails is not null), renewal.Amount, renewal.Tax))
        {
            return false;
        }

        var adjustments = Adjustments(preview);
        if (adjustments.Count == 0)
        {
            return true;
        }

        var with = await stripe.V1.Invoices.CreatePreviewAsync(
            new InvoiceCreatePreviewOptions
            {
                Subscription = standing.Id,
                InvoiceItems = [.. adjustments.Select((line, index) => Previewed(order, line, index, Rates(standing, item)))],
            },
            cancellationToken: cancellationToken);
        var own = with.Lines.Data.Where(line => line.Metadata.GetValueOrDefault(ChangeKey) == order.ChangeId.ToString());
        var zero = Money.Zero(renewal.Amount.Currency);
        return Comes(
            own,
            adjustments.Aggregate(zero, (sum, line) => sum + line.Amount),
            adjustments.Aggregate(zero, (sum, line) => sum + line.Tax));
    }

    private static bool Comes(IEnumerable<InvoiceLineItem> lines, Money amount, Money tax)
    {
        var all = lines.ToList();
        return all.Sum(line => line.Amount) == amount.MinorUnits
            && all.Sum(line => line.Taxes.Sum(each => each.Amount)) == tax.MinorUnits
            && all.All(line => string.Equals(line.Currency, amount.Currency.Code, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Leaves the adjustments waiting for the next invoice; those that wait from an earlier attempt are not repeated.</summary>
    private async Task ChargeAsync(
        BillingOrder order, ChangePreview preview, Subscription standing, SubscriptionItem item, CancellationToken cancellationToken)
    {
        var adjustments = Adjustments(preview);
        if (adjustments.Count == 0)
        {
            return;
        }

        var there = (await WaitingAsync(standing, order.ChangeId, cancellationToken)).Select(waiting => waiting.Metadata["line"]).ToHashSet();
        for (var index = 0; index < adjustments.Count; index++)
        {
            var line = Previewed(order, adjustments[index], index, Rates(standing, item));
            if (!there.Contains(line.Metadata!["line"]!))
            {
                await stripe.V1.InvoiceItems.CreateAsync(
                    new InvoiceItemCreateOptions
                    {
                        Customer = standing.CustomerId,
                        Subscription = standing.Id,
                        Amount = line.Amount,
                        Currency = line.Currency,
                        Description = line.Description,
                        Metadata = line.Metadata,
                        Period = line.Period,
                        TaxRates = line.TaxRates,
                    },
                    Once(order, line.Metadata["line"]!),
                    cancellationToken);
            }
        }
    }

    private async Task UpdateAsync(
        BillingOrder order, Subscription standing, SubscriptionItem item, string price, CancellationToken cancellationToken)
    {
        var wanted = order.Wanted;
        var terms = NextTerms(wanted);
        var options = new SubscriptionUpdateOptions
        {
            Items = [new SubscriptionItemOptions { Id = item.Id, Price = price }],
            ProrationBehavior = None,
        };
        var rests = wanted.PauseRequested || wanted.Status == PlanSubscriptionStatus.Paused;
        if (rests && standing.PauseCollection is null)
        {
            await InvoiceWaitingAsync(order, standing, cancellationToken);
            options.PauseCollection = new SubscriptionPauseCollectionOptions { Behavior = "void" };
        }
        else if (!rests && standing.PauseCollection is not null)
        {
            options.AddExtraParam("pause_collection", "");
        }

        if (wanted.Status == PlanSubscriptionStatus.AwaitingPayment)
        {
            options.BillingCycleAnchor = new SubscriptionBillingCycleAnchorOptions { Type = "now" };
        }
        else if (order.Resumes && !IsSamePeriod(item, order))
        {
            options.TrialEnd = order.Policies.StartOf(wanted.Term.End).ToDateTimeOffset();
        }
        else if (item.Price.Recurring?.Interval != Interval(terms.Interval))
        {
            // Another interval would be billed at once; as the end of a trial, the term that was paid for keeps its end.
            options.TrialEnd = item.CurrentPeriodEnd;
        }

        options.PendingInvoiceItemInterval = Pending(wanted.Terms.Interval, standing, options);
        SetEnd(order, standing, options);
        await stripe.V1.Subscriptions.UpdateAsync(
            standing.Id, options, Once(order, string.Create(CultureInfo.InvariantCulture, $"update-{order.Attempt}")), cancellationToken);
    }

    /// <summary>A paused subscription's invoices are void, so what waits for one is invoiced before.</summary>
    private async Task InvoiceWaitingAsync(BillingOrder order, Subscription standing, CancellationToken cancellationToken)
    {
        var waiting = await stripe.V1.InvoiceItems.ListAsync(
            new InvoiceItemListOptions { Customer = standing.CustomerId, Pending = true }, cancellationToken: cancellationToken);
        if (waiting.Data.Count > 0)
        {
            await stripe.V1.Invoices.CreateAsync(
                new InvoiceCreateOptions
                {
                    Customer = standing.CustomerId,
                    Subscription = standing.Id,
                    PendingInvoiceItemsBehavior = "include",
                    AutoAdvance = true,
                },
                Once(order, "before-pause"),
                cancellationToken);
        }
    }

    /// <summary>On a term of a year what waits is invoiced at the next monthly boundary; on one of a month at its renewal (FLU-05).</summary>
    private static SubscriptionPendingInvoiceItemIntervalOptions? Pending(
        BillingInterval interval, Subscription standing, SubscriptionUpdateOptions options)
    {
        if (interval == BillingInterval.Year)
        {
            return new SubscriptionPendingInvoiceItemIntervalOptions { Interval = Interval(BillingInterval.Month) };
        }

        if (standing.PendingInvoiceItemInterval is not null)
        {
            options.AddExtraParam("pending_invoice_item_interval", "");
        }

        return null;
    }

    private static void SetEnd(BillingOrder order, Subscription standing, SubscriptionUpdateOptions options)
    {
        var endsOn = order.Wanted.EndsOn(order.Policies);
        if (endsOn is { } later && later > order.Wanted.Term.End)
        {
            options.CancelAt = order.Policies.StartOf(later).ToDateTimeOffset();
        }
        else if (endsOn is not null || standing.CancelAtPeriodEnd)
        {
            options.CancelAtPeriodEnd = endsOn is not null;
        }
        else if (standing.CancelAt is not null)
        {
            options.AddExtraParam("cancel_at", "");
        }
    }

    private InvoiceCreatePreviewInvoiceItemOptions Previewed(BillingOrder order, ChangeLine line, int index, List<string>? rates) => new()
    {
        Amount = line.Amount.MinorUnits,
        Currency = line.Amount.Currency.Code.ToLowerInvariant(),
        Description = texts.Describe(line, order.Language),
        Metadata = new() { [ChangeKey] = order.ChangeId.ToString(), ["line"] = string.Create(CultureInfo.InvariantCulture, $"item-{index}") },
        Period = new InvoiceItemPeriodOptions
        {
            Start = order.Preview!.PreviewedAt.ToDateTimeOffset(),
            End = order.Policies.StartOf(order.Wanted.Term.End).ToDateTimeOffset(),
        },
        TaxRates = rates,
    };

    private async Task<IReadOnlyList<InvoiceItem>> WaitingAsync(Subscription standing, PlanChangeId change, CancellationToken cancellationToken)
    {
        var found = new List<InvoiceItem>();
        var options = new InvoiceItemListOptions { Customer = standing.CustomerId, Pending = true, Limit = 100 };
        await foreach (var item in stripe.V1.InvoiceItems.ListAutoPagingAsync(options, cancellationToken: cancellationToken))
        {
            if (item.Metadata.GetValueOrDefault(ChangeKey) == change.ToString())
            {
                found.Add(item);
            }
        }

        return found;
    }

    private static List<ChangeLine> Adjustments(ChangePreview preview) =>
        [.. preview.Lines.Where(line => line.Kind == ChangeLineKind.Adjustment && !line.Amount.IsZero)];

    /// <summary>The rates that the subscription's own lines are taxed by; null where its default rates apply by themselves.</summary>
    private static List<string>? Rates(Subscription standing, SubscriptionItem item) =>
        standing.DefaultTaxRates.Count == 0 && item.TaxRates.Count > 0 ? [.. item.TaxRates.Select(rate => rate.Id)] : null;

    private static PlanTerms NextTerms(SubscriptionState wanted) =>
        wanted.Status == PlanSubscriptionStatus.AwaitingPayment ? wanted.Terms : wanted.TermsFrom(wanted.Term.End);

    private static bool IsSamePeriod(SubscriptionItem item, BillingOrder order)
    {
        var distance = Instant.FromDateTimeOffset(item.CurrentPeriodEnd) - order.Policies.StartOf(order.Wanted.Term.End);
        return distance < SamePeriod && distance > -SamePeriod;
    }

    private static bool IsOver(Subscription standing) =>
        standing.Status is SubscriptionStatuses.Canceled or SubscriptionStatuses.IncompleteExpired;

    private static string Interval(BillingInterval interval) => interval == BillingInterval.Year ? "year" : "month";

    private static RequestOptions Once(BillingOrder order, string what) => new() { IdempotencyKey = $"plan-change:{order.ChangeId}:{what}" };
}
