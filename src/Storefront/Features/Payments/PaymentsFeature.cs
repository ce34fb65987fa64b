using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Features.Payments.Billing;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Payments.Sync;
using Storefront.Features.Payments.Webhooks;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Stripe;
using Storefront.Stripe.Sandbox;

namespace Storefront.Features.Payments;

/// <summary>Money that comes in: Stripe or, in the sandbox, the local one, its webhooks, and what the customer sees of it.</summary>
public static class PaymentsFeature
{
    /// <summary>Where the sandbox's own Stripe answers.</summary>
    public const string LocalStripePath = "/sandbox/stripe";

    public const string WebhookPath = "/webhooks/stripe";

    public static IServiceCollection AddPayments(this IServiceCollection services, StorefrontSettings settings)
    {
        if (settings.IsSandbox)
        {
            services.AddSandboxStripe(settings);
        }
        else
        {
            services.AddRealStripe(settings);
        }

        services.AddSingleton<PaymentGateways>();
        services.AddSingleton<IPaymentGateway, StripeGateway>();
        services.AddSingleton<StripeCatalogue>();
        services.AddSingleton<StripeCustomers>();
        services.AddSingleton<StripeAccounts>();
        services.AddSingleton<SessionSync>();
        services.AddSingleton<InvoiceSync>();
        services.AddSingleton<SubscriptionSync>();
        services.AddSingleton<ReturnedMoney>();
        services.AddSingleton<PaymentIntentSync>();
        services.AddSingleton<InvoiceEffects>();
        services.AddSingleton<StripeReconciliation>();
        services.AddHostedService<ReconciliationService>();
        services.AddDueWork<EndStripeSubscription>(EndStripeSubscription.DueWorkKind);
        services.AddDueWork<AlignStripeSubscription>(AlignStripeSubscription.DueWorkKind);

        services.AddSingleton<StripePages>();
        services.AddSingleton<BillingReader>();
        services.AddSingleton<PaymentProblemReader>();
        services.AddSingleton<OpenBillingPortal>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizePage("/Payments/Index", Policies.SignedIn));
        services.AddNavigation<PaymentsTexts>(NavigationPlace.Account, 35, "/billing", "Nav.Billing", "card");

        services.AddSingleton<WebhookInbox>();
        services.AddSingleton<WebhookReader>();
        services.AddSingleton<RetryWebhook>();
        services.AddDueWork<ProcessWebhook>(WebhookInbox.DueWorkKind);
        return services;
    }

    /// <summary>The way in for Stripe's events and, in the sandbox, Stripe itself.</summary>
    public static WebApplication MapPayments(this WebApplication app)
    {
        app.MapStripeWebhook();
        if (app.Services.GetRequiredService<StorefrontSettings>().IsSandbox)
        {
            app.MapLocalStripe(LocalStripePath);
        }

        return app;
    }

    private static void AddRealStripe(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddStripe(options =>
        {
            options.ApiKey = settings.StripeKey!;
            options.ApiBase = settings.StripeAddress ?? StripeClientOptions.DefaultApiBase;
        });
        services.AddSingleton(new WebhookSecrets(settings.StripeWebhookSecret!));
        services.Configure<SecurityHeadersOptions>(options =>
        {
            options.FormActions.Add("https://checkout.stripe.com");
            options.FormActions.Add("https://billing.stripe.com");
        });
    }

    private static void AddSandboxStripe(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddLocalStripe(provider =>
        {
            var clock = provider.GetRequiredService<BusinessClock>();
            return new LocalStripeOptions
            {
                DatabasePath = Path.Combine(settings.DataDirectory, "stripe.db"),
                BusinessTime = () => clock.GetCurrentInstant().ToDateTimeOffset(),
                RealTime = provider.GetRequiredService<TimeProvider>(),
                BusinessName = provider.GetRequiredService<Handbook>().House.Name,
            };
        });
        services.AddStripe((provider, options) =>
        {
            options.ApiKey = provider.GetRequiredService<LocalStripeOptions>().ApiKey;
            options.ApiBase = LocalStripeAddresses.NotListening;
        });
        services.AddSingleton(provider => new WebhookSecrets(provider.GetRequiredService<LocalStripeOptions>().WebhookSecret));
        services.AddSingleton<IDueSource, LocalStripeTime>();
        services.AddHostedService<LocalStripeAddresses>();
    }
}
