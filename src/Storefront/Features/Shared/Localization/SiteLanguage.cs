using System.Globalization;

namespace Storefront.Features.Shared.Localization;

/// <summary>A language that the site is written in.</summary>
/// <param name="Code">Two letters of ISO 639: what the resources and the reader's cookie are named by.</param>
/// <param name="Culture">Decides how dates, numbers and money are written.</param>
public sealed record SiteLanguage(string Code, CultureInfo Culture)
{
    /// <summary>The language's name in itself, as a reader who knows no other looks for it.</summary>
    public string NativeName { get; } = CultureInfo.GetCultureInfo(Code) is { } neutral
        ? neutral.TextInfo.ToTitleCase(neutral.NativeName)
        : Code;
}
