using Storefront.Domain.Houses;
using Storefront.Domain.Plans;

namespace Storefront.Features.Checkout;

/// <summary>What is bought at which price, checked against what is sold.</summary>
internal sealed record CheckoutChoice(Plan Plan, PlanPrice Price, PaymentMethod Method);
