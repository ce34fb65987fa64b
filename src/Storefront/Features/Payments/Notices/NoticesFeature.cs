using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Features.Attachments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>Payments past us: told by customers, confirmed by staff; and what the house owes its customers.</summary>
public static class NoticesFeature
{
    public static IServiceCollection AddPaymentNotices(this IServiceCollection services, AttachmentPolicy files)
    {
        services.AddSingleton<IPaymentGateway, OfflineGateway>();
        services.AddSingleton<CreditLedger>();
        services.AddSingleton<CreditReader>();
        services.AddSingleton<RefundPayment>();
        services.AddSingleton<RefundSender>();
        services.AddSingleton<RefundReader>();
        services.AddDueWork<SendRefund>(SendRefund.DueWorkKind);
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
            options.Conventions.AuthorizePage("/Payments/Refunds/Refund", Policies.Staff);
            options.Conventions.AuthorizePage("/Payments/Credits/Index", Policies.SignedIn);
            options.Conventions.TakesFiles("/Payments/Notices/Notify", files);
        });
        return services.AddNavigation<NoticesTexts>(NavigationPlace.Desk, 24, "/desk/payments", "Nav.Desk", also: "/desk/invoices");
    }
}
