using System.Collections.Concurrent;
using System.Globalization;
using Storefront.Domain.Houses;
using Storefront.Stripe;
using Storefront.Stripe.Products;

namespace Storefront.Features.Payments.Provider;

/// <summary>
/// The house's products at Stripe, under ids of our own so that making one twice makes one: a product for each plan, and one for the tax.
/// Prices are told with each use, because what is sold keeps the price it was sold at (COM-04).
/// </summary>
public sealed class StripeCatalogue(StripeClient stripe, Handbook handbook)
{
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>What tax is charged as: a line of its own, so that its amount is ours to the minor unit.</summary>
    public string TaxProduct => $"{handbook.House.Key}_tax";

    public string PlanProduct(string planKey) => $"{handbook.House.Key}_plan_{planKey}";

    /// <summary>Makes sure that Stripe knows the products.</summary>
    /// <param name="plans">Keys of the plans, those of older handbooks too.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task EnsureAsync(IEnumerable<string> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            await EnsureAsync(PlanProduct(plan), handbook.Plans.Find(plan)?.Name.ToString() ?? plan, cancellationToken);
        }

        var percent = (handbook.Tax.Rate.BasisPoints / 100m).ToString("0.##", CultureInfo.InvariantCulture);
        await EnsureAsync(TaxProduct, $"{handbook.Tax.Name} {percent} %", cancellationToken);
    }

    private async Task EnsureAsync(string id, string name, CancellationToken cancellationToken)
    {
        if (known.ContainsKey(id))
        {
            return;
        }

        try
        {
            await stripe.V1.Products.CreateAsync(new ProductCreateOptions { Id = id, Name = name }, cancellationToken: cancellationToken);
        }
        catch (StripeException exception) when (exception.StripeError?.Code == StripeErrorCodes.ResourceAlreadyExists)
        {
            // It was made before, here or by another node.
        }

        known[id] = true;
    }
}
