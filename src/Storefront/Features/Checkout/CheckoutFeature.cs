using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Buying a plan or a package: the order, its payment page, and what comes of it.</summary>
public static class CheckoutFeature
{
    public static IServiceCollection AddCheckout(this IServiceCollection services)
    {
        services.AddSingleton<StartCheckout>();
        services.AddSingleton<PackageCheckout>();
        services.AddSingleton<OpenPaymentPage>();
        services.AddSingleton<PaymentPages>();
        services.AddSingleton<OrderCoupons>();
        services.AddSingleton<OrderWords>();
        services.AddSingleton<PriceCheckout>();
        services.AddSingleton<CancelOrder>();
        services.AddSingleton<CheckOrder>();
        services.AddSingleton<OrderSettlement>();
        services.AddSingleton<PayableOrders>();
        services.AddSingleton<OrderReader>();
        services.AddDueWork<ClosePaymentPage>(ClosePaymentPage.DueWorkKind);
        services.AddSingleton<IAccountSettlement, OrderExpiry>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizePage("/Checkout/Orders", Policies.SignedIn);
            options.Conventions.AuthorizePage("/Checkout/Show", Policies.SignedIn);
        });
        services.AddNavigation<CheckoutTexts>(NavigationPlace.Account, 30, "/orders", "Nav.Orders", "receipt");
        return services;
    }
}
