using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Storefront.Features.Errors;
using Storefront.Features.Faq;
using Storefront.Features.Home;
using Storefront.Features.Plans;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting;

namespace Storefront.Features.Shared;

/// <summary>What every page stands on: Razor Pages in feature folders, languages, formats, static files, error pages.</summary>
public static class PagesFeature
{
    /// <summary>Every page names its icon; for what is shown without a page, such as a picture or the schema, browsers ask the usual place.</summary>
    private const string UsualIcon = "/favicon.ico";

    private const string Icon = "~/img/mark.svg";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = FeatureTexts.For);
        services.AddSingleton<CookieTempDataProvider>();
        services.AddSingleton<ITempDataProvider, PageTempData>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, LocalizedValidation>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<UnreadableForm>();
            options.Filters.Add<UnhandledPost>();
        });
        services.AddAntiforgery(options => options.Cookie.Name = "antiforgery");

        // Pages are UTF-8: letters of any language stay letters, only what means something in HTML is escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddLocalization();
        services.AddSingleton<SiteLanguages>();
        services.AddSingleton<IConfigureOptions<RequestLocalizationOptions>, ReaderLanguage>();
        services.AddHttpContextAccessor();
        services.AddScoped<ReaderZone>();
        services.AddScoped<ReaderFormat>();
        services.AddScoped<OpeningText>();
        services.AddScoped<SiteNavigation>();
        services.AddSingleton<BrandSheet>();

        return services.AddPublicNavigation();
    }

    /// <summary>Goes before everything that may fail, so that a fault is shown as a page in the reader's language.</summary>
    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseErrorPages();
        return app;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet(UsualIcon, () => TypedResults.LocalRedirect(Icon, permanent: true));
        app.MapRazorPages().WithStaticAssets();
        app.Services.GetRequiredService<BrandSheet>().Map(app);
        return app;
    }

    private static IServiceCollection AddPublicNavigation(this IServiceCollection services) => services
        .AddNavigation<HomeTexts>(NavigationPlace.Footer, 10, "/", "Nav.Home")
        .AddNavigation<PlansTexts>(NavigationPlace.Public, 10, "/plans", "Nav.Plans", where: house => house.ChiefOffer() == HouseOffer.Plans)
        .AddNavigation<PlansTexts>(NavigationPlace.Public, 10, "/plans", "Nav.Packages", where: house => house.ChiefOffer() == HouseOffer.Packages)
        .AddNavigation<PlansTexts>(NavigationPlace.Public, 10, "/plans", "Nav.Prices", where: house => house.ChiefOffer() == HouseOffer.Hours)
        .AddNavigation<PlansTexts>(NavigationPlace.Public, 15, "/add-ons", "Nav.AddOns", where: house => house.AddOns.Count > 0)
        .AddNavigation<FaqTexts>(NavigationPlace.Public, 20, "/questions", "Nav.Questions");
}
