using System.Collections.Concurrent;
using System.Globalization;
using Storefront.Domain.Houses;
using Storefront.Stripe;
using Storefront.Stripe.TaxRates;

namespace Storefront.Features.Payments.Provider;

/// <summary>
/// A handbook's tax as a rate at Stripe, made once. It is put on a subscription as a whole, so that whatever is charged with it later is
/// taxed alike. What Stripe makes of it is compared with our own amounts before anything is paid.
/// </summary>
public sealed class StripeTaxRates(StripeClient stripe)
{
    private const string Key = "storefront";

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The ids of the rates; none where there is no tax.</summary>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task<List<string>> OfAsync(Handbook house, CancellationToken cancellationToken)
    {
        if (house.Tax.Rate.BasisPoints == 0)
        {
            return [];
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{house.House.Key}-{house.Tax.Rate.BasisPoints}");
        return [known.TryGetValue(key, out var id) ? id : known.GetOrAdd(key, await EnsureAsync(house, key, cancellationToken))];
    }

    private async Task<string> EnsureAsync(Handbook house, string key, CancellationToken cancellationToken)
    {
        var active = stripe.V1.TaxRates.ListAutoPagingAsync(new TaxRateListOptions { Active = true, Limit = 100 }, cancellationToken: cancellationToken);
        await foreach (var rate in active)
        {
            if (rate.Metadata.GetValueOrDefault(Key) == key)
            {
                return rate.Id;
            }
        }

        var created = await stripe.V1.TaxRates.CreateAsync(
            new TaxRateCreateOptions
            {
                DisplayName = house.Tax.Name.ToString(),
                Percentage = house.Tax.Rate.BasisPoints / 100m,
                Inclusive = false,
                Metadata = new() { [Key] = key },
            },
            new RequestOptions { IdempotencyKey = $"tax-rate-{key}" },
            cancellationToken);
        return created.Id;
    }
}
