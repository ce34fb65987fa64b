using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Templates;

/// <summary>Answers that staff give often.</summary>
public static class TemplatesFeature
{
    public static IServiceCollection AddTemplates(this IServiceCollection services)
    {
        services.AddScoped<AnswerTemplates>();
        services.AddSingleton<KeepTemplate>();
        return services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizeFolder("/Templates", Policies.Staff));
    }
}
