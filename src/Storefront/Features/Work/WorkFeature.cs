using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Work;

/// <summary>Time that staff measure on tickets, and what customers ask about it.</summary>
public static class WorkFeature
{
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton<StartTimer>();
        services.AddSingleton<LogTimer>();
        services.AddSingleton<DiscardTimer>();
        services.AddSingleton<QuestionWorkLog>();
        services.AddSingleton<AnswerWorkQuestion>();
        services.AddSingleton<WorkMails>();
        services.AddSingleton<WorkReader>();
        return services.Configure<RazorPagesOptions>(options => options.Conventions
            .AuthorizeFolder("/Work", Policies.SignedIn)
            .AuthorizePage("/Work/Timer", Policies.Staff)
            .AuthorizePage("/Work/Questions", Policies.Staff));
    }
}
