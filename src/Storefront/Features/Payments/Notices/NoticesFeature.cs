using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Features.Attachments;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments.Notices;

/// <summary>Payments past us: told by customers, confirmed by staff.</summary>
public static class NoticesFeature
{
    public static IServiceCollection AddPaymentNotices(this IServiceCollection services, AttachmentPolicy files)
    {
        services.AddSingleton<IPaymentGateway, OfflineGateway>();
        services.AddSingleton<NotifyPayment>();
        services.AddSingleton<NoticeTransactions>();
        services.AddSingleton<ConfirmPayment>();
        services.AddSingleton<RejectPayment>();
        services.AddSingleton<ReversePayment>();
        services.AddSingleton<NoticeMails>();
        services.AddSingleton<NoticeReader>();
        services.AddSingleton<NoticeQueueReader>();
        services.AddSingleton<OfflinePaymentReader>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizePage("/Payments/Notices/Notify", Policies.SignedIn);
            options.Conventions.AuthorizePage("/Payments/Notices/Queue", Policies.Staff);
            options.Conventions.TakesFiles("/Payments/Notices/Notify", files);
        });
        return services.AddNavigation<NoticesTexts>(NavigationPlace.Desk, 24, "/desk/payments", "Nav.Desk", also: "/desk/invoices");
    }
}
