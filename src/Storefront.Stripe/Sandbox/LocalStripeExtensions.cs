using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Pages;
using Storefront.Stripe.Sandbox.Webhooks;

namespace Storefront.Stripe.Sandbox;

/// <summary>Hosts a local Stripe inside a web application.</summary>
public static class LocalStripeExtensions
{
    private static readonly string[] s_methods = ["GET", "POST", "DELETE", "PUT", "PATCH"];

    /// <summary>Adds a local Stripe with settings that are known now.</summary>
    public static IServiceCollection AddLocalStripe(this IServiceCollection services, LocalStripeOptions options) =>
        services.AddLocalStripe(_ => options);

    /// <summary>Adds a local Stripe whose settings come from other services, such as the business's clock.</summary>
    public static IServiceCollection AddLocalStripe(this IServiceCollection services, Func<IServiceProvider, LocalStripeOptions> options)
    {
        services.AddSingleton<LocalStripeOptions>(options);
        services.AddSingleton(_ => new WebhookSender(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = TimeSpan.FromSeconds(20),
        }));
        services.AddSingleton<LocalStripe>();
        services.AddSingleton<ApiEndpoint>();
        services.AddSingleton<PayPage>();
        services.AddSingleton<PortalPage>();
        services.AddSingleton<InvoicePage>();
        services.AddHostedService<LocalStripeWorker>();
        return services;
    }

    /// <summary>
    /// Maps the API to <c>{prefix}/v1/…</c> and the hosted pages to <c>{prefix}/pay/…</c>, <c>{prefix}/portal/…</c> and
    /// <c>{prefix}/invoice/…</c>. None of them asks for a sign-in of the application.
    /// </summary>
    public static IEndpointConventionBuilder MapLocalStripe(this IEndpointRouteBuilder endpoints, string prefix)
    {
        var services = endpoints.ServiceProvider;
        var group = endpoints.MapGroup(prefix);
        var api = services.GetRequiredService<ApiEndpoint>();
        var pay = services.GetRequiredService<PayPage>();
        var portal = services.GetRequiredService<PortalPage>();
        var invoice = services.GetRequiredService<InvoicePage>();
        group.MapMethods("/v1/{**path}", s_methods, (HttpContext context, string path) => api.HandleAsync(context, path.Trim('/')));
        group.MapGet("/assets/pages.css", HostedPage.WriteStylesAsync);
        group.MapGet("/pay/{id}", pay.ShowAsync);
        group.MapPost("/pay/{id}", pay.SubmitAsync);
        group.MapGet("/pay/{id}/confirm", pay.ShowConfirmationAsync);
        group.MapPost("/pay/{id}/confirm", pay.ConfirmAsync);
        group.MapGet("/invoice/{id}", invoice.ShowAsync);
        group.MapPost("/invoice/{id}", invoice.SubmitAsync);
        group.MapPost("/invoice/{id}/confirm", invoice.ConfirmAsync);
        group.MapGet("/portal/{id}", portal.ShowAsync);
        group.MapPost("/portal/{id}/card", portal.ChangeCardAsync);
        group.MapPost("/portal/{id}/cancel", portal.CancelAsync);
        group.MapPost("/portal/{id}/keep", portal.KeepAsync);
        return group.AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }
}
