using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Refunds;

/// <summary>Money that staff give back.</summary>
public static class RefundsFeature
{
    public static IServiceCollection AddRefunds(this IServiceCollection services)
    {
        services.AddSingleton<RefundPayment>();
        services.AddSingleton<RefundSender>();
        services.AddSingleton<RefundReader>();
        services.AddDueWork<SendRefund>(SendRefund.DueWorkKind);
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizePage("/Payments/Refunds/Refund", Policies.Staff));
        return services;
    }
}
