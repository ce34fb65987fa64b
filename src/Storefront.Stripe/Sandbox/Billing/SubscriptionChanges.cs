using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Billing;

/// <summary>Changes running subscriptions: items, quantities, trial and anchor, with the prorations that follow.</summary>
internal sealed class SubscriptionChanges(Workspace work)
{
    public void Apply(JsonObject subscription, SubscriptionChange change)
    {
        RefuseEnded(subscription);
        var before = (JsonObject)subscription.Shown();
        var at = ProrationInstant(subscription, change);
        var resets = Resets(subscription, change);
        var prorates = change.Proration != ProrationBehavior.None && subscription.Text("status") is not "trialing";
        if (prorates && resets)
        {
            foreach (var item in Items(subscription))
            {
                work.Prorations.Credit(subscription, item, at);
            }
        }

        foreach (var item in change.Items)
        {
            ApplyItem(subscription, item, at, prorates && !resets);
        }

        RefuseMixed(subscription.Text("currency"), [.. Items(subscription).Select(item => item.Object("price"))]);
        change.Settings(subscription);
        foreach (var extra in change.OneTimeItems)
        {
            work.SubscriptionCreation.AddOneTimeItem(subscription, extra);
        }

        var billsPeriod = StartPeriod(subscription, change, resets);
        SubscriptionCycle.PlanPendingInvoice(subscription, work.Now);
        SubscriptionCycle.AlignCancellation(subscription);
        work.Store.Save(subscription);
        var previous = Webhooks.EventRecorder.Difference(before, (JsonObject)subscription.Shown());
        if (previous.Count > 0)
        {
            work.Events.Record("customer.subscription.updated", subscription, previous);
        }

        if (billsPeriod || (change.Proration == ProrationBehavior.AlwaysInvoice && HasPending(subscription)))
        {
            Invoice(subscription, change, billsPeriod);
        }
        else if (change.TrialEnd is not null && IntervalOf(before) != IntervalOf(subscription))
        {
            InvoiceNothing(subscription);
        }
    }

    public static IEnumerable<JsonObject> Items(JsonObject subscription) => subscription.Elements("items");

    private static void RefuseEnded(JsonObject subscription)
    {
        if (subscription.Text("status") is "canceled" or "incomplete_expired")
        {
            throw ErrorHelper.Invalid("A canceled subscription can only update its cancellation_details and metadata.");
        }
    }

    /// <summary>Refuses a subscription without items, or with items that cannot be on one invoice.</summary>
    public static void RefuseMixed(string currency, IReadOnlyList<JsonObject> prices)
    {
        if (prices.Count == 0)
        {
            throw ErrorHelper.Invalid("A subscription must have at least one active plan. In order to cancel a subscription, please use the cancel endpoint.");
        }

        if (prices.Select(Recurrence.Of).Distinct().Count() > 1)
        {
            throw ErrorHelper.Invalid("The local Stripe does not bill different intervals on one subscription.", "items");
        }

        if (prices.Any(price => price.Text("currency") != currency))
        {
            throw ErrorHelper.Invalid("You cannot combine currencies on a single subscription.", "items");
        }
    }

    private long ProrationInstant(JsonObject subscription, SubscriptionChange change)
    {
        if (change.ProrationDate is not { } date)
        {
            return work.Now;
        }

        var first = Items(subscription).First();
        return date >= first.Number("current_period_start") && date <= first.Number("current_period_end")
            ? date
            : throw ErrorHelper.Invalid("Invalid proration date: it must be within the current period.", "proration_date");
    }

    private bool Resets(JsonObject subscription, SubscriptionChange change)
    {
        if (change.TrialEnd <= work.Now)
        {
            throw ErrorHelper.Invalid("Invalid timestamp: trial_end must be an integer Unix timestamp in the future.", "trial_end");
        }

        var present = Recurrence.Of(Items(subscription).First().Object("price"));
        var changesInterval = change.Items.Any(item => item.Price is { } price && item.Id is not null && Recurrence.Of(price) != present);
        return change.AnchorsNow || change.TrialEnd is not null || changesInterval
            || (change.EndsTrialNow && subscription.Text("status") == "trialing");
    }

    private void ApplyItem(JsonObject subscription, ItemChange change, long at, bool prorates)
    {
        var list = subscription.Object("items")["data"]!.AsArray();
        if (change.Id is null)
        {
            var first = Items(subscription).First();
            var terms = new ItemTerms(change.Price ?? throw ErrorHelper.MissingParameter("items[0][price]"), change.Quantity ?? 1, [], []);
            var added = SubscriptionCreation.NewItem(
                work, subscription, terms, first.Number("current_period_start"), first.Number("current_period_end"));
            change.Settings(added);
            list.Add(added);
            if (prorates)
            {
                work.Prorations.Debit(subscription, added, at);
            }

            return;
        }

        var item = Items(subscription).FirstOrDefault(item => item.Text("id") == change.Id)
            ?? throw ErrorHelper.Missing("subscription_item", change.Id, "items");
        var costsOtherwise = change.IsDeleted
            || (change.Price is { } price && price.Text("id") != item.Object("price").Text("id"))
            || (change.Quantity is { } quantity && quantity != item.Number("quantity"));
        if (prorates && costsOtherwise)
        {
            work.Prorations.Credit(subscription, item, at);
        }

        if (change.IsDeleted)
        {
            list.Remove(item);
            return;
        }

        item["price"] = (change.Price ?? item.Object("price")).Shown();
        item["plan"] = SubscriptionCreation.PlanOf(item.Object("price"));
        item["quantity"] = change.Quantity ?? item.Number("quantity");
        change.Settings(item);
        if (prorates && costsOtherwise)
        {
            work.Prorations.Debit(subscription, item, at);
        }
    }

    /// <summary>Begins a new period or trial where the change asks for it; says whether that period is to be billed now.</summary>
    private bool StartPeriod(JsonObject subscription, SubscriptionChange change, bool resets)
    {
        if (!resets)
        {
            return false;
        }

        var isTrial = change.TrialEnd is not null;
        var items = Items(subscription).ToList();
        var end = change.TrialEnd ?? Recurrence.Of(items[0].Object("price")).Step(work.Now, 1);
        subscription["billing_cycle_anchor"] = isTrial ? end : work.Now;
        subscription["status"] = isTrial ? "trialing" : subscription.Text("status") == "trialing" ? "active" : subscription.Text("status");
        subscription["trial_end"] = isTrial ? end : change.EndsTrialNow ? work.Now : subscription.NumberOrNull("trial_end");
        if (isTrial)
        {
            subscription["trial_start"] = subscription.NumberOrNull("trial_start") ?? work.Now;
        }

        foreach (var item in items)
        {
            item["current_period_start"] = work.Now;
            item["current_period_end"] = end;
            item["_billed"] = isTrial ? 0 : Prorations.FullAmount(item);
        }

        return !isTrial;
    }

    private bool HasPending(JsonObject subscription) => work.Drafting
        .PendingItems(subscription.Text("customer"), subscription.Text("id"), subscription.Text("currency")).Count > 0;

    private static string IntervalOf(JsonObject subscription) =>
        Items(subscription).First().Object("price").Object("recurring").Text("interval");

    /// <summary>Another interval is invoiced at once; where a trial comes before it, with nothing.</summary>
    private void InvoiceNothing(JsonObject subscription)
    {
        var invoice = work.Drafting.Draft(new InvoicePlan(
            work.Store.Find("customer", subscription.Text("customer"))!, subscription.Text("currency"), "subscription_update")
        {
            Subscription = subscription,
            TakesPendingItems = false,
            Lines =
            [
                .. Items(subscription).Select(item => work.Drafting.Lines.ForPeriod(
                    subscription, item, 0, item.Number("current_period_start"), item.Number("current_period_end"), isTrial: true)),
            ],
        });
        if (!SubscriptionCycle.PauseApplies(work, subscription, invoice))
        {
            work.Invoices.FinalizeAndCollect(invoice);
        }
    }

    private void Invoice(JsonObject subscription, SubscriptionChange change, bool billsPeriod)
    {
        var lines = billsPeriod
            ? Items(subscription).Select(item => work.Drafting.Lines.ForPeriod(
                subscription, item, Prorations.FullAmount(item), item.Number("current_period_start"), item.Number("current_period_end"))).ToList()
            : [];
        var invoice = work.Drafting.Draft(new InvoicePlan(
            work.Store.Find("customer", subscription.Text("customer"))!, subscription.Text("currency"), "subscription_update")
        {
            Subscription = subscription,
            Lines = lines,
        });
        if (SubscriptionCycle.PauseApplies(work, subscription, invoice))
        {
            return;
        }

        var refusal = work.Invoices.FinalizeAndCollect(invoice);
        if (refusal is not null && change.Payment == PaymentBehavior.ErrorIfIncomplete)
        {
            throw new LocalStripeException(402, ErrorHelper.Card(refusal.Code, refusal.DeclineCode, refusal.Message, null).Error);
        }
    }
}
