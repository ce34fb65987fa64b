using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Leaving.Erasure;
using Storefront.Features.Leaving.Export;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Leaving;

/// <summary>Leaving well (FLU-25): a customer takes everything along, and has personal data removed.</summary>
public static class LeavingFeature
{
    public static IServiceCollection AddLeaving(this IServiceCollection services)
    {
        services.AddSingleton<ExportFormat>();
        services.AddSingleton<ExportArchive>();
        services.AddSingleton<ExportReader>();
        services.AddSingleton<ExportAccount>();
        services.AddSingleton<ErasurePreviewReader>();
        services.AddScoped<EraseAccount>();
        services.AddScoped<ErasePerson>();
        services.AddDueWork<EraseAtStripe>(EraseAtStripe.DueWorkKind);
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizeFolder("/Leaving", Policies.SignedIn));
        return services.AddNavigation<LeavingTexts>(NavigationPlace.Account, 85, "/account/export", "Nav.Export", "download");
    }
}
