using System.Globalization;

namespace Storefront.Features.Shared.Localization;

/// <summary>Writes texts, dates and numbers in somebody's language until it is disposed of: what is sent is not read by who asked for the page.</summary>
public sealed class SpokenLanguage : IDisposable
{
    private readonly CultureInfo texts = CultureInfo.CurrentUICulture;
    private readonly CultureInfo formats = CultureInfo.CurrentCulture;

    private SpokenLanguage()
    {
    }

    public static SpokenLanguage Begin(SiteLanguage language)
    {
        var before = new SpokenLanguage();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Code);
        CultureInfo.CurrentCulture = language.Culture;
        return before;
    }

    public void Dispose() => (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (texts, formats);
}
