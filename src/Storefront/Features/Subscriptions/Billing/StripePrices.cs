using System.Collections.Concurrent;
using System.Globalization;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Prices;
using Storefront.Stripe.Products;

namespace Storefront.Features.Subscriptions.Billing;

/// <summary>Finds the price at Stripe that stands for a plan's terms, or makes it: found by a lookup key that says all that it is.</summary>
public sealed class StripePrices(StripeClient stripe, Handbooks handbooks)
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The id of the price of those terms.</summary>
    public async Task<string> IdOfAsync(PlanTerms terms, CancellationToken cancellationToken)
    {
        var key = KeyOf(terms);
        if (known.TryGetValue(key, out var id))
        {
            return id;
        }

        var listed = await stripe.V1.Prices.ListAsync(new PriceListOptions { LookupKeys = [key], Active = true }, cancellationToken: cancellationToken);
        var price = listed.Data.FirstOrDefault() ?? await CreateAsync(terms, key, cancellationToken);
        return known.GetOrAdd(key, price.Id);
    }

    private async Task<Price> CreateAsync(PlanTerms terms, string key, CancellationToken cancellationToken) => await stripe.V1.Prices.CreateAsync(
        new PriceCreateOptions
        {
            Currency = terms.Price.Currency.Code.ToLowerInvariant(),
            LookupKey = key,
            Product = await ProductAsync(terms.PlanKey, cancellationToken),
            Recurring = new PriceRecurringOptions { Interval = terms.Interval == BillingInterval.Year ? "year" : "month" },
            TaxBehavior = "exclusive",
            UnitAmount = terms.Price.MinorUnits,
        },
        new RequestOptions { IdempotencyKey = $"price:{key}" },
        cancellationToken);

    private async Task<string> ProductAsync(string planKey, CancellationToken cancellationToken)
    {
        var handbook = handbooks.Present;
        var id = $"{handbook.House.Key}_{planKey}";
        try
        {
            return (await stripe.V1.Products.GetAsync(id, cancellationToken: cancellationToken)).Id;
        }
        catch (StripeException exception) when (exception.StripeError?.Code == "resource_missing")
        {
            var name = handbook.Plans.Find(planKey)?.Name.In(CultureInfo.GetCultureInfo(handbook.DefaultLanguage)) ?? planKey;
            var created = await stripe.V1.Products.CreateAsync(
                new ProductCreateOptions { Id = id, Name = name }, new RequestOptions { IdempotencyKey = $"product:{id}" }, cancellationToken);
            return created.Id;
        }
    }

    private string KeyOf(PlanTerms terms) => string.Create(
        CultureInfo.InvariantCulture,
        $"{handbooks.Present.House.Key}_{terms.PlanKey}_{terms.Interval}_{terms.Price.Currency.Code}_{terms.Price.MinorUnits}").ToLowerInvariant();
}
