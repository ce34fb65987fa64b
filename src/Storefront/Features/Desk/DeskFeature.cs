using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Desk.Presence;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>Where the house works: the queue, tickets, customers, and what went wrong. For staff only.</summary>
public static class DeskFeature
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<StaffTransactions>();
        services.AddSingleton<DeskMails>();
        services.AddSingleton<ClassifyTicket>();
        services.AddSingleton<ChangeTicketStatus>();
        services.AddSingleton<AssignTicket>();
        services.AddSingleton<PlanTicket>();
        services.AddSingleton<RecordWorkaround>();
        services.AddSingleton<ReplyAsStaff>();
        services.AddSingleton<AddStaffNote>();
        services.AddSingleton<LogWork>();
        services.AddSingleton<ReverseWorkLog>();
        services.AddSingleton<CorrectHours>();
        services.AddSingleton<OpenTicketForCaller>();
        services.AddSingleton<RetryDueWork>();
        services.AddSingleton<ChangeTickets>();
        services.AddSingleton<DeskQueueReader>();
        services.AddSingleton<DeskEntryReader>();
        services.AddSingleton<DeskListReader>();
        services.AddSingleton<StaffReader>();
        services.AddPresence();
        services.AddSingleton<DeskTicketReader>();
        services.AddSingleton<DeskAccountReader>();
        services.AddSingleton<DeskAccountDetailsReader>();
        services.AddSingleton<OperationsReader>();
        services.AddSingleton<DeskChanges>();
        services.AddScoped<DeskWords>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizeFolder("/Desk", Policies.Staff));
        return services
            .AddNavigation<DeskTexts>(NavigationPlace.Desk, 10, "/desk", "Nav.Queue")
            .AddNavigation<DeskTexts>(NavigationPlace.Desk, 20, "/desk/accounts", "Nav.Accounts")
            .AddNavigation<DeskTexts>(NavigationPlace.Desk, 30, "/desk/operations", "Nav.Operations");
    }
}
