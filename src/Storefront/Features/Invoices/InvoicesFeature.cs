using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Invoices;

/// <summary>Invoices and credit notes: put down when money comes or goes, issued by staff in time, read and printed by the customer.</summary>
public static class InvoicesFeature
{
    public static IServiceCollection AddInvoices(this IServiceCollection services)
    {
        services.AddSingleton<IAccountSettlement, InvoiceBook>();
        services.AddDueWork<BackfillInvoices>(BackfillInvoices.DueWorkKind);
        services.AddHostedService<InvoiceBackfillStart>();
        services.AddSingleton<IssueInvoice>();
        services.AddSingleton<InvoiceMails>();
        services.AddSingleton<InvoiceReader>();
        services.AddSingleton<InvoiceQueueReader>();
        services.AddScoped<InvoiceWords>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Invoices", Policies.SignedIn);
            options.Conventions.AuthorizePage("/Invoices/Queue", Policies.Staff);
        });
        return services.AddNavigation<InvoicesTexts>(NavigationPlace.Account, 36, "/invoices", "Nav.Invoices", "receipt");
    }
}
