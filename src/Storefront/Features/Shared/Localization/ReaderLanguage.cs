using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace Storefront.Features.Shared.Localization;

/// <summary>
/// Chooses a request's language: what the reader chose (a cookie), else the first language of its browser that is spoken here, else the house's.
/// Regions do not matter for the choice.
/// </summary>
public sealed class ReaderLanguage(SiteLanguages languages) : IConfigureOptions<RequestLocalizationOptions>
{
    public const string CookieName = "language";

    public void Configure(RequestLocalizationOptions options)
    {
        options.SupportedCultures = [.. languages.All.Select(language => language.Culture)];
        options.SupportedUICultures = options.SupportedCultures;
        options.DefaultRequestCulture = new RequestCulture(languages.Default.Culture);
        options.RequestCultureProviders = [new CustomRequestCultureProvider(ChooseAsync)];
        options.ApplyCurrentCultureToResponseHeaders = true;
    }

    /// <summary>The language of a request; also for what is sent later because of it, such as an e-mail.</summary>
    public SiteLanguage Choose(HttpRequest request) =>
        languages.Find(request.Cookies[CookieName])
        ?? request.GetTypedHeaders().AcceptLanguage
            .Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => languages.Find(wish.Value.Value))
            .FirstOrDefault(language => language is not null)
        ?? languages.Default;

    private Task<ProviderCultureResult?> ChooseAsync(HttpContext context) =>
        Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(Choose(context.Request).Culture.Name));
}
