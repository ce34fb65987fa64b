using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Features.Attachments;
using Storefront.Features.Inbound;
using Storefront.Features.Notifications;
using Storefront.Features.Quotes;
using Storefront.Features.Shared.Navigation;
using Storefront.Features.Tickets.Intake;
using Storefront.Features.Work;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>Tickets as customers open and follow them, with their files.</summary>
public static class TicketsFeature
{
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddAttachments();
        services.AddQuotes();
        services.AddWork();
        services.AddIntake();
        services.AddInbound();
        services.AddSingleton<TicketStore>();
        services.AddSingleton<TicketMessages>();
        services.AddSingleton<TicketQueueReader>();
        services.AddSingleton<TicketPlaces>();
        services.AddSingleton<TicketPromises>();
        services.AddHostedService<RefreshPromises>();
        services.AddSingleton<TicketTurnReader>();
        services.AddSingleton<SimilarWork>();
        services.AddSingleton<TicketReader>();
        services.AddSingleton<ClassReasons>();
        services.AddSingleton<TicketReceivedMail>();
        services.AddSingleton<OpenTicket>();
        services.AddSingleton<ReplyToTicket>();
        services.AddSingleton<CloseTicket>();
        services.AddSingleton<ReopenTicket>();
        services.AddSingleton<RateTicket>();
        services.AddSingleton<MoveTicketInQueue>();
        services.AddSingleton<IAccountSettlement, TicketSettlement>();
        services.AddSingleton<QueueMoves>();
        services.AddHostedService(provider => provider.GetRequiredService<QueueMoves>());
        return services.AddTicketPages();
    }

    public static WebApplication MapTickets(this WebApplication app)
    {
        app.MapInbound();
        PartyFiles.Map(app);
        return app.MapAttachments();
    }

    private static IServiceCollection AddTicketPages(this IServiceCollection services)
    {
        services.AddScoped<TicketWords>();
        services.AddScoped<TicketTimeline>();
        services.AddScoped<TicketReceipt>();
        services.AddScoped<TicketFaults>();
        services.AddSingleton<TicketOutlooks>();
        services.AddOptions<RazorPagesOptions>().Configure<Handbook>((options, handbook) => options.Conventions
            .AuthorizeFolder("/Tickets", Policies.SignedIn)
            .TakesFiles("/Tickets/New", handbook.Attachments)
            .TakesFiles("/Tickets/Show", handbook.Attachments));
        return services.AddNavigation<TicketsTexts>(NavigationPlace.Customer, 20, "/tickets", "Nav.Tickets", "ticket");
    }
}
