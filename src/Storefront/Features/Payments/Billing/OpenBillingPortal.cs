using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.BillingPortal;

namespace Storefront.Features.Payments.Billing;

/// <summary>Opens Stripe's page on which the card for renewals is changed.</summary>
public sealed class OpenBillingPortal(IDbContextFactory<StorefrontDb> contexts, StripeClient stripe, StripePages pages, OwnAddress address)
{
    public async Task<Result<Uri>> HandleAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        if (!viewer.IsAtLeast(MemberRole.Owner))
        {
            return new OwnersOnly();
        }

        string? customer;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            customer = await db.Set<Account>().Where(row => row.Id == account).Select(row => row.StripeCustomerId).SingleAsync(cancellationToken);
        }

        if (customer is null)
        {
            return new NotFound("card");
        }

        try
        {
            var session = await stripe.V1.BillingPortal.Sessions.CreateAsync(
                new SessionCreateOptions
                {
                    Customer = customer,
                    ReturnUrl = address.To("billing").ToString(),
                    Locale = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch { "es" => "es-419", "pt" => "pt-BR", _ => "auto" },
                    FlowData = new SessionFlowDataOptions { Type = "payment_method_update" },
                },
                cancellationToken: cancellationToken);
            return pages.Accept(session.Url) ?? throw new InvalidOperationException($"The billing portal is at {session.Url}, which is not Stripe's.");
        }
        catch (StripeException)
        {
            return new BillingPortalUnavailable();
        }
    }
}

/// <summary>Stripe's pages for the card cannot be reached just now.</summary>
public sealed record BillingPortalUnavailable : Refusal
{
    public override string Code => "BILLING_PORTAL_UNAVAILABLE";
}
