using System.Globalization;
using Storefront.Domain.Houses;

namespace Storefront.Features.Shared.Localization;

/// <summary>
/// The languages that the house's handbook is written in, of those the program speaks. The house's own is the first and the default.
/// </summary>
public sealed class SiteLanguages
{
    /// <summary>What there are resources for, by ISO 639.</summary>
    private static readonly string[] Spoken = ["es", "pt", "en"];

    public SiteLanguages(Handbook handbook) => All =
    [
        .. handbook.Languages.Select(CultureInfo.GetCultureInfo)
            .Where(culture => Spoken.Contains(culture.TwoLetterISOLanguageName))
            .DistinctBy(culture => culture.TwoLetterISOLanguageName)
            .Select(culture => new SiteLanguage(culture.TwoLetterISOLanguageName, culture)),
    ];

    /// <summary>All of them, the house's own first.</summary>
    public IReadOnlyList<SiteLanguage> All { get; }

    public SiteLanguage Default => All[0];

    /// <summary>The language the present text is in.</summary>
    public SiteLanguage Current => Find(CultureInfo.CurrentUICulture.Name) ?? Default;

    /// <summary>The site's language for a tag of any region (<c>pt-PT</c> gives Portuguese); null when it is not spoken here.</summary>
    public SiteLanguage? Find(string? tag) => tag is null
        ? null
        : All.FirstOrDefault(language => tag.Split('-', '_')[0].Equals(language.Code, StringComparison.OrdinalIgnoreCase));
}
