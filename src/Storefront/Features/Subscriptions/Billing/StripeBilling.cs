using System.Globalization;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Subscriptions;

namespace Storefront.Features.Subscriptions.Billing;

/// <summary>
/// Keeps Stripe's subscription as ours is to be. Stripe is told amounts and never asked to share anything out: what an upgrade costs are
/// invoice items of our own, and the price that the next term costs is set without proration. Everything may be told again.
/// </summary>
public sealed class StripeBilling(
    StripeClient stripe, StripeCatalogue catalogue, Handbooks handbooks, InvoiceItemText texts, ChargeAtOnce atOnce)
{
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

        if (order.Preview is { } preview)
        {
            if (!IsSamePeriod(standing, order))
            {
                return new RenewalInProgress(order.Wanted.Term.Start);
            }

            await catalogue.EnsureAsync([order.Wanted.Terms.PlanKey, NextTerms(order.Wanted).PlanKey], cancellationToken);
            if (!await AgreesAsync(order, preview, standing, cancellationToken))
            {
                return new BillingDisagrees();
            }

            if (preview.MoneyNow.Total.IsZero)
            {
                await ChargeAsync(order, preview, standing, cancellationToken);
            }
            else if ((await atOnce.ChargeAsync(order, Charges(order, preview), preview.MoneyNow.Total, standing, cancellationToken)).Refusal is { } unpaid)
            {
                return unpaid;
            }
        }

        await UpdateAsync(order, standing, cancellationToken);
        return Done.Value;
    });

    /// <summary>Takes back what an order may have told: its items that still wait, and the price of the next term.</summary>
    public Task<Result<Done>> TakeBackAsync(BillingOrder order, CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        var standing = await stripe.V1.Subscriptions.GetAsync(order.StripeSubscriptionId, cancellationToken: cancellationToken);
        await atOnce.TakeBackAsync(order, standing, cancellationToken);
        foreach (var item in await WaitingAsync(standing, order.ChangeId, cancellationToken))
        {
            await stripe.V1.InvoiceItems.DeleteAsync(item.Id, cancellationToken: cancellationToken);
        }

        if (!IsOver(standing) && order.Wanted.IsRunning)
        {
            await UpdateAsync(order, standing, cancellationToken);
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
            await stripe.V1.Subscriptions.CancelAsync(standing.Id, new SubscriptionCancelOptions(), order.Once("cancel"), cancellationToken);
        }

        return Done.Value;
    }

    /// <summary>Whether Stripe, asked what it would invoice, comes to the amounts that the customer has confirmed.</summary>
    private async Task<bool> AgreesAsync(BillingOrder order, ChangePreview preview, Subscription standing, CancellationToken cancellationToken)
    {
        var renewal = preview.Lines.Single(line => line.Kind == ChangeLineKind.Renewal);
        var next = await stripe.V1.Invoices.CreatePreviewAsync(
            new InvoiceCreatePreviewOptions
            {
                Subscription = standing.Id,
                PreviewMode = "recurring",
                SubscriptionDetails = new InvoiceSubscriptionDetailsOptions { Items = Items(standing, NextTerms(order.Wanted)), ProrationBehavior = None },
            },
            cancellationToken: cancellationToken);
        if (!Comes(next.Lines.Data.Where(line => line.Parent?.SubscriptionItemDetails is { Proration: false }), renewal.Total))
        {
            return false;
        }

        var charges = Charges(order, preview);
        if (charges.Count == 0)
        {
            return true;
        }

        var with = await stripe.V1.Invoices.CreatePreviewAsync(
            new InvoiceCreatePreviewOptions { Subscription = standing.Id, InvoiceItems = charges }, cancellationToken: cancellationToken);
        return Comes(
            with.Lines.Data.Where(line => line.Metadata.GetValueOrDefault(ChargedItem.ChangeKey) == order.ChangeId.ToString()),
            Money.Sum(Adjustments(preview).Select(line => line.Total), renewal.Total.Currency));
    }

    private static bool Comes(IEnumerable<InvoiceLineItem> lines, Money total)
    {
        var all = lines.ToList();
        var sum = all.Sum(line => line.Amount + line.Taxes.Where(tax => tax.TaxBehavior == "exclusive").Sum(tax => tax.Amount));
        return sum == StripeAmount.Of(total)
            && all.All(line => string.Equals(line.Currency, total.Currency.Code, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Leaves the adjustments waiting for the next invoice; those that wait from an earlier attempt are not repeated.</summary>
    private async Task ChargeAsync(BillingOrder order, ChangePreview preview, Subscription standing, CancellationToken cancellationToken)
    {
        var charges = Charges(order, preview);
        if (charges.Count == 0)
        {
            return;
        }

        var waiting = await WaitingAsync(standing, order.ChangeId, cancellationToken);
        var there = waiting.Select(item => item.Metadata[ChargedItem.LineKey]).ToHashSet(StringComparer.Ordinal);
        foreach (var charge in charges.Where(charge => !there.Contains(charge.Line())))
        {
            await stripe.V1.InvoiceItems.CreateAsync(
                charge.On(standing.CustomerId, subscription: standing.Id), order.Once(charge.Line()), cancellationToken);
        }
    }

    private async Task UpdateAsync(BillingOrder order, Subscription standing, CancellationToken cancellationToken)
    {
        var wanted = order.Wanted;
        var terms = NextTerms(wanted);
        var item = PlanItem(standing);
        var options = new SubscriptionUpdateOptions { ProrationBehavior = None };
        if (!IsAt(item, terms))
        {
            await catalogue.EnsureAsync([terms.PlanKey], cancellationToken);
            options.Items = Items(standing, terms);
        }

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
        else if (order.Resumes && !IsSamePeriod(standing, order))
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
            standing.Id, options, order.Once(string.Create(CultureInfo.InvariantCulture, $"update-{order.Attempt}")), cancellationToken);
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
                order.Once("before-pause"),
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

    /// <summary>What is charged for the adjustments: for each its net amount and, as a line of its own, the tax on it.</summary>
    private List<InvoiceCreatePreviewInvoiceItemOptions> Charges(BillingOrder order, ChangePreview preview) =>
    [
        .. Adjustments(preview).SelectMany((line, index) => new[]
        {
            (Key: string.Create(CultureInfo.InvariantCulture, $"item-{index}"), line.Amount, Text: texts.Describe(line, order.Language)),
            (Key: string.Create(CultureInfo.InvariantCulture, $"item-{index}-tax"), Amount: line.Tax, Text: texts.DescribeTax(order.Language)),
        })
        .Where(charge => !charge.Amount.IsZero)
        .Select(charge => new InvoiceCreatePreviewInvoiceItemOptions
        {
            Amount = StripeAmount.Of(charge.Amount),
            Currency = StripeAmount.CodeOf(charge.Amount.Currency),
            Description = charge.Text,
            Metadata = new() { [ChargedItem.ChangeKey] = order.ChangeId.ToString(), [ChargedItem.LineKey] = charge.Key },
            Period = new InvoiceItemPeriodOptions
            {
                Start = preview.PreviewedAt.ToDateTimeOffset(),
                End = order.Policies.StartOf(preview.EndsOn ?? preview.RenewsOn).ToDateTimeOffset(),
            },
        }),
    ];

    private async Task<IReadOnlyList<InvoiceItem>> WaitingAsync(Subscription standing, PlanChangeId change, CancellationToken cancellationToken)
    {
        var found = new List<InvoiceItem>();
        var options = new InvoiceItemListOptions { Customer = standing.CustomerId, Pending = true, Limit = 100 };
        await foreach (var item in stripe.V1.InvoiceItems.ListAutoPagingAsync(options, cancellationToken: cancellationToken))
        {
            if (item.Metadata.GetValueOrDefault(ChargedItem.ChangeKey) == change.ToString())
            {
                found.Add(item);
            }
        }

        return found;
    }

    private static List<ChangeLine> Adjustments(ChangePreview preview) =>
        [.. preview.Lines.Where(line => line.Kind == ChangeLineKind.Adjustment)];

    private List<SubscriptionItemOptions> Items(Subscription standing, PlanTerms terms) => catalogue.ForSubscription(
        standing, terms.PlanKey, terms.Interval, terms.Price, handbooks.Present.Tax.Rate.On(terms.Price));

    private SubscriptionItem PlanItem(Subscription standing) => catalogue.PlanItem(standing)
        ?? throw new InvalidOperationException($"The subscription {standing.Id} has no plan at Stripe.");

    private bool IsAt(SubscriptionItem item, PlanTerms terms) =>
        item.Price.ProductId == catalogue.PlanProduct(terms.PlanKey)
        && item.Price.UnitAmount == StripeAmount.Of(terms.Price)
        && item.Price.Recurring?.Interval == Interval(terms.Interval);

    private static PlanTerms NextTerms(SubscriptionState wanted) =>
        wanted.Status == PlanSubscriptionStatus.AwaitingPayment ? wanted.Terms : wanted.TermsFrom(wanted.Term.End);

    private bool IsSamePeriod(Subscription standing, BillingOrder order)
    {
        var distance = Instant.FromDateTimeOffset(PlanItem(standing).CurrentPeriodEnd) - order.Policies.StartOf(order.Wanted.Term.End);
        return distance < SamePeriod && distance > -SamePeriod;
    }

    private static bool IsOver(Subscription standing) =>
        standing.Status is SubscriptionStatuses.Canceled or SubscriptionStatuses.IncompleteExpired;

    private static string Interval(BillingInterval interval) => interval == BillingInterval.Year ? "year" : "month";
}
