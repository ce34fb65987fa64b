using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <summary>Mail and messages that come in, and third parties on tickets.</summary>
public static class InboundFeature
{
    public static IServiceCollection AddInbound(this IServiceCollection services)
    {
        services.AddSingleton<TicketAddresses>();
        services.AddSingleton<InboundInbox>();
        services.AddSingleton<InboundSenders>();
        services.AddSingleton<InboundThreads>();
        services.AddSingleton<InboundFiles>();
        services.AddSingleton<InboundAnswers>();
        services.AddSingleton<InboundDelivery>();
        services.AddSingleton<MessagingLinks>();
        services.AddSingleton<HeldMessages>();
        services.AddSingleton<ThirdParties>();
        services.AddSingleton<WriteToThirdParty>();
        services.AddSingleton<PartyFileLinks>();
        services.AddSingleton<PartyFiles>();
        services.AddScoped<ProcessInbound>();
        services.AddDueWork<ProcessInbound>(InboundInbox.DueWorkKind);
        services.AddDueWork<PartyCopies>(PartyCopies.DueWorkKind);
        services.Configure<RazorPagesOptions>(options => options.Conventions
            .AuthorizeFolder("/Inbound", Policies.SignedIn)
            .AuthorizePage("/Inbound/Inbox", Policies.Staff));
        return services.AddNavigation<InboundTexts>(NavigationPlace.Desk, 25, "/desk/inbound", "Nav.Inbox");
    }
}
