using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Help;

/// <summary>The help centre: to read, to search, and to answer tickets from (ALF-05).</summary>
public static class HelpFeature
{
    public static IServiceCollection AddHelp(this IServiceCollection services)
    {
        services.AddSingleton<IHelpAdvisor, FullTextAdvisor>();
        services.AddSingleton<HelpSearch>();
        services.AddSingleton<AutomaticAnswers>();
        services.AddSingleton<JudgeAutomaticAnswer>();
        services.AddSingleton<IAccountSettlement, AutomaticAnswerSchedule>();
        services.AddDueWork<AnswerFromHelp>(AutomaticAnswerSchedule.DueWorkKind);
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizePage("/Help/Judge", Policies.SignedIn));
        return services.AddNavigation<HelpTexts>(NavigationPlace.Footer, 22, "/help", "Nav.Help");
    }
}
