using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets.Intake;

/// <summary>From a ticket that was sent to knowing what comes of it: access, viability, analysis, priority, turning down.</summary>
public static class IntakeFeature
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<TicketIntakes>();
        services.AddSingleton<IntakeAnswers>();
        services.AddSingleton<ConcludeAnalysis>();
        services.AddSingleton<AssessViability>();
        services.AddSingleton<TurnDownTicket>();
        services.AddSingleton<CustomerAsks>();
        services.AddSingleton<AskForPriority>();
        services.AddSingleton<GrantAccess>();
        services.AddSingleton<AskForQuote>();
        return services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizePage("/Tickets/Intake/Analysis", Policies.Staff));
    }
}
