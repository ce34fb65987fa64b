using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Billing;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/subscriptions</c></summary>
internal static class SubscriptionResource
{
    public static void Map(ApiRoutes routes) => routes
        .Post("subscriptions", Create)
        .Get("subscriptions", List)
        .Get("subscriptions/{id}", (work, request) => work.Require("subscription", request.Id))
        .Post("subscriptions/{id}", Update)
        .Delete("subscriptions/{id}", Cancel)
        .Post("subscriptions/{id}/resume", Resume);

    /// <summary>The interval at which waiting items are invoiced; null when none was given.</summary>
    public static JsonObject? IntervalOf(Parameters parameters)
    {
        if (parameters.Part("pending_invoice_item_interval") is not { } interval)
        {
            return null;
        }

        return new JsonObject
        {
            ["interval"] = interval.Choice("interval", "day", "week", "month", "year") ?? throw interval.Missing("interval"),
            ["interval_count"] = interval.Integer("interval_count") ?? 1,
        };
    }

    public static ProrationBehavior ProrationOf(Parameters parameters) =>
        parameters.Choice("proration_behavior", "create_prorations", "always_invoice", "none") switch
        {
            "none" => ProrationBehavior.None,
            "always_invoice" => ProrationBehavior.AlwaysInvoice,
            _ => ProrationBehavior.CreateProrations,
        };

    public static PaymentBehavior PaymentOf(Parameters parameters) =>
        parameters.Choice("payment_behavior", "allow_incomplete", "default_incomplete", "error_if_incomplete") switch
        {
            "default_incomplete" => PaymentBehavior.DefaultIncomplete,
            "error_if_incomplete" => PaymentBehavior.ErrorIfIncomplete,
            _ => PaymentBehavior.AllowIncomplete,
        };

    public static ItemTerms TermsFrom(Workspace work, Parameters item, bool isRecurring)
    {
        var price = PriceResource.From(work, item) ?? throw item.Missing("price");
        if (isRecurring != price.ObjectOrNull("recurring") is not null)
        {
            throw item.Invalid("price", $"The price specified is set to `type={price.Text("type")}` but this field only accepts prices with `type={(isRecurring ? "recurring" : "one_time")}`.");
        }

        return new ItemTerms(price, item.NotNegative("quantity") ?? 1, item.Metadata(), item.Texts("tax_rates") ?? []);
    }

    /// <summary>Reads what a change of items, trial and anchor asks for; the same in an update and in a preview.</summary>
    public static SubscriptionChange ChangeFrom(Workspace work, Parameters parameters)
    {
        var trialEnd = parameters.Text("trial_end");
        return new SubscriptionChange
        {
            Items = [.. parameters.Parts("items").Select(item => SubscriptionItemResource.ChangeFrom(work, item))],
            Proration = ProrationOf(parameters),
            ProrationDate = parameters.Integer("proration_date"),
            AnchorsNow = parameters.Part("billing_cycle_anchor")?.Choice("type", "now", "unchanged") == "now",
            EndsTrialNow = trialEnd == "now",
            TrialEnd = trialEnd == "now" ? null : parameters.Integer("trial_end"),
        };
    }

    public static void SetCancellation(JsonObject subscription, Parameters parameters, long now)
    {
        var cancelAt = CancelAtOf(subscription, parameters);
        if (parameters.Flag("cancel_at_period_end") is { } atPeriodEnd)
        {
            subscription["cancel_at_period_end"] = atPeriodEnd;
            subscription["cancel_at"] = atPeriodEnd && subscription.Elements("items").Any() ? SubscriptionCycle.PeriodEnd(subscription) : null;
            subscription["canceled_at"] = atPeriodEnd ? now : null;
            subscription["cancellation_details"]!["reason"] = atPeriodEnd ? "cancellation_requested" : null;
        }
        else if (parameters.Has("cancel_at"))
        {
            subscription["cancel_at_period_end"] = false;
            subscription["cancel_at"] = cancelAt;
            subscription["canceled_at"] = cancelAt is null ? null : now;
            subscription["cancellation_details"]!["reason"] = cancelAt is null ? null : "cancellation_requested";
        }
    }

    private static long? CancelAtOf(JsonObject subscription, Parameters parameters)
    {
        if (parameters.Unsets("cancel_at"))
        {
            return null;
        }

        // All items share one period here, so that its least and its greatest end are the same.
        return parameters.Text("cancel_at") is "min_period_end" or "max_period_end"
            ? SubscriptionCycle.PeriodEnd(subscription)
            : parameters.Integer("cancel_at");
    }

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var customer = work.RequireCustomer(parameters.RequiredText("customer"));
        var items = parameters.Parts("items").Select(item => TermsFrom(work, item, isRecurring: true)).ToList();
        var trialDays = parameters.Integer("trial_period_days");
        var trialEnd = parameters.Text("trial_end") is "now" ? null : parameters.Integer("trial_end");
        return work.SubscriptionCreation.Create(new SubscriptionTerms(customer, items)
        {
            TrialEnd = trialEnd ?? (trialDays is > 0 ? work.Now + (trialDays * 86400) : null),
            Anchor = parameters.Integer("billing_cycle_anchor"),
            Proration = ProrationOf(parameters),
            Payment = PaymentOf(parameters),
            TaxRates = parameters.Texts("default_tax_rates") ?? [],
            OneTimeItems = [.. parameters.Parts("add_invoice_items").Select(item => TermsFrom(work, item, isRecurring: false))],
            Settings = json =>
            {
                Set(work, json, parameters);
                SetCancellation(json, parameters, work.Now);
                if (parameters.Part("billing_mode")?.Choice("type", "classic", "flexible") == "classic")
                {
                    json["billing_mode"] = new JsonObject { ["flexible"] = null, ["type"] = "classic" };
                }

                parameters.Ignore("off_session", "currency");
            },
        });
    }

    private static JsonObject List(Workspace work, ApiRequest request)
    {
        var parameters = request.Parameters;
        var status = parameters.Choice(
            "status", "active", "all", "canceled", "ended", "incomplete", "incomplete_expired", "past_due", "paused", "trialing", "unpaid");
        var query = new ObjectQuery("subscription")
            .Where("customer", parameters.Text("customer"))
            .Where("collection_method", parameters.Text("collection_method"))
            .Where("test_clock", parameters.Text("test_clock"))
            .Where("items.data[0].price.id", parameters.Text("price"));
        _ = status switch
        {
            null => query.Where("status", "canceled", "<>").Where("status", "incomplete_expired", "<>"),
            "all" => query,
            "ended" => query.WhereAny("status", ["canceled", "incomplete_expired"]),
            _ => query.Where("status", status),
        };
        return request.ListOf(work, query);
    }

    private static JsonObject Update(Workspace work, ApiRequest request)
    {
        var subscription = work.Require("subscription", request.Id);
        work.FollowClockOf(subscription);
        var parameters = request.Parameters;
        parameters.Ignore("off_session");
        work.SubscriptionChanges.Apply(subscription, ChangeFrom(work, parameters) with
        {
            Payment = PaymentOf(parameters),
            OneTimeItems = [.. parameters.Parts("add_invoice_items").Select(item => TermsFrom(work, item, isRecurring: false))],
            Settings = json =>
            {
                Set(work, json, parameters);
                SetCancellation(json, parameters, work.Now);
                SetPause(json, parameters);
            },
        });
        return subscription;
    }

    private static void Set(Workspace work, JsonObject subscription, Parameters parameters)
    {
        parameters.MergeMetadata(subscription);
        parameters.SetText(subscription, "description");
        parameters.SetInteger(subscription, "days_until_due");
        subscription["collection_method"] = parameters.Choice("collection_method", "charge_automatically", "send_invoice")
            ?? subscription.Text("collection_method");
        if (parameters.Text("default_payment_method") is { } method)
        {
            subscription["default_payment_method"] = PaymentMethodResource.RequireOf(
                work, method, subscription.Text("customer"), "default_payment_method");
        }

        if (parameters.Texts("default_tax_rates") is { } rates)
        {
            subscription["default_tax_rates"] = SubscriptionCreation.RatesAsObjects(work, rates);
        }

        if (parameters.Unsets("pending_invoice_item_interval"))
        {
            subscription["pending_invoice_item_interval"] = null;
        }
        else if (IntervalOf(parameters) is { } interval)
        {
            subscription["pending_invoice_item_interval"] = interval;
        }

        if (parameters.Part("payment_settings") is { } settings)
        {
            subscription["payment_settings"]!["save_default_payment_method"] =
                settings.Choice("save_default_payment_method", "off", "on_subscription") ?? "off";
            settings.Ignore("payment_method_types", "payment_method_options");
        }

        if (parameters.Part("trial_settings")?.Part("end_behavior") is { } end)
        {
            end.Choice("billing_cycle_anchor", "now");
            subscription["trial_settings"]!["end_behavior"]!["missing_payment_method"] =
                end.Choice("missing_payment_method", "cancel", "create_invoice", "pause") ?? throw end.Missing("missing_payment_method");
        }

        if (parameters.Part("cancellation_details") is { } details)
        {
            details.SetText(subscription.Object("cancellation_details"), "comment");
            details.SetText(subscription.Object("cancellation_details"), "feedback");
        }
    }

    private static void SetPause(JsonObject subscription, Parameters parameters)
    {
        if (parameters.Unsets("pause_collection"))
        {
            subscription["pause_collection"] = null;
        }
        else if (parameters.Part("pause_collection") is { } pause)
        {
            subscription["pause_collection"] = new JsonObject
            {
                ["behavior"] = pause.Choice("behavior", "keep_as_draft", "mark_uncollectible", "void") ?? throw pause.Missing("behavior"),
                ["resumes_at"] = pause.Integer("resumes_at"),
            };
        }
    }

    private static JsonObject Cancel(Workspace work, ApiRequest request)
    {
        var subscription = work.Require("subscription", request.Id);
        work.FollowClockOf(subscription);
        var parameters = request.Parameters;
        if (subscription.Text("status") is "canceled" or "incomplete_expired")
        {
            throw ErrorHelper.Missing("subscription", request.Id);
        }

        if (parameters.Flag("prorate") == true)
        {
            foreach (var item in subscription.Elements("items"))
            {
                work.Prorations.Credit(subscription, item, work.Now);
            }
        }

        var details = parameters.Part("cancellation_details");
        work.SubscriptionCycle.Cancel(subscription, "cancellation_requested", details?.Text("comment"), details?.Text("feedback"));
        if (parameters.Flag("invoice_now") == true
            && work.Drafting.PendingItems(subscription.Text("customer"), request.Id, subscription.Text("currency")).Count > 0)
        {
            work.Invoices.FinalizeAndCollect(work.Drafting.Draft(new InvoicePlan(
                work.Require("customer", subscription.Text("customer")), subscription.Text("currency"), "manual")
            {
                Subscription = subscription,
            }));
        }

        return subscription;
    }

    private static JsonObject Resume(Workspace work, ApiRequest request)
    {
        var subscription = work.Require("subscription", request.Id);
        work.FollowClockOf(subscription);
        var parameters = request.Parameters;
        if (subscription.Text("status") != "paused")
        {
            throw ErrorHelper.Invalid("Only a subscription with the status `paused` can be resumed.");
        }

        var anchorsNow = parameters.Part("billing_cycle_anchor")?.Choice("type", "now", "unchanged") != "unchanged";
        parameters.Choice("payment_behavior", "resume_on_payment_attempt", "resume_on_payment_success");
        ProrationOf(parameters);
        work.SubscriptionCycle.ResumePaused(subscription, anchorsNow);
        return subscription;
    }
}
