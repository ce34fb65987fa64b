using Storefront.Features.Attachments;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>Tickets as customers open and follow them, with their files.</summary>
public static class TicketsFeature
{
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddAttachments();
        services.AddSingleton<TicketStore>();
        services.AddSingleton<TicketMessages>();
        services.AddSingleton<TicketQueueReader>();
        services.AddSingleton<TicketReader>();
        services.AddSingleton<OpenTicket>();
        services.AddSingleton<ReplyToTicket>();
        services.AddSingleton<CloseTicket>();
        services.AddSingleton<ReopenTicket>();
        services.AddSingleton<RateTicket>();
        services.AddSingleton<IAccountSettlement, TicketSettlement>();
        return services;
    }
}
