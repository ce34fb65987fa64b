using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Projects;

namespace Storefront.Features.Checkout;

/// <summary>Which package is bought, how and at which price, checked against what is sold.</summary>
internal sealed record PackageChoice(Package Package, PlanPrice Price, string? DesignKey, string? PlatformKey, PaymentMethod Method);
