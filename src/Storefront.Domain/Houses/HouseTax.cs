using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>The tax on what a house sells.</summary>
/// <param name="Name">What it is called: IVA.</param>
/// <param name="Rate">How much it is.</param>
/// <param name="PricesIncludeTax">Whether prices are shown with it; the other is always told beside it.</param>
public sealed record HouseTax(LocalizedText Name, TaxRate Rate, bool PricesIncludeTax);
