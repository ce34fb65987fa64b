using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Checkout;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>Quotes on tickets: issued by staff, decided by the customer, with the hours that they hold.</summary>
public static class QuotesFeature
{
    public static IServiceCollection AddQuotes(this IServiceCollection services)
    {
        services.AddSingleton<QuoteHolds>();
        services.AddSingleton<QuoteBook>();
        services.AddSingleton<QuoteMails>();
        services.AddSingleton<QuoteDecisions>();
        services.AddSingleton<QuoteOrders>();
        services.AddSingleton<IOrderWork, QuoteWork>();
        services.AddSingleton<QuoteReader>();
        services.AddSingleton<IssueQuote>();
        services.AddSingleton<ApproveQuote>();
        services.AddSingleton<DeclineQuote>();
        services.AddSingleton<WithdrawQuote>();
        services.AddSingleton<IAccountSettlement, QuoteClock>();
        services.AddDueWork<TellQuoteExpired>(TellQuoteExpired.DueWorkKind);
        services.AddScoped<QuoteWords>();
        services.Configure<RazorPagesOptions>(options => options.Conventions
            .AuthorizeFolder("/Quotes", Policies.SignedIn)
            .AuthorizePage("/Quotes/Issue", Policies.Staff));
        return services.AddNavigation<QuotesTexts>(NavigationPlace.Customer, 25, "/quotes", "Nav.Quotes", "receipt");
    }
}
