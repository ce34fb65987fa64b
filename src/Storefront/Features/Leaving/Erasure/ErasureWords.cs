using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;

namespace Storefront.Features.Leaving.Erasure;

/// <summary>What stands where names stood, in the house's own language, whoever asked for it.</summary>
internal static class ErasureWords
{
    public static string Person(Handbook handbook, IStringLocalizer<LeavingTexts> texts) => InHouse(handbook, () => texts["Erased.Person"]);

    /// <summary>The end of the id tells erased accounts apart.</summary>
    public static string Account(Handbook handbook, IStringLocalizer<LeavingTexts> texts, AccountId account) =>
        InHouse(handbook, () => texts["Erased.Account", account.Value.ToString("N")[^6..].ToUpperInvariant()]);

    private static string InHouse(Handbook handbook, Func<LocalizedString> text)
    {
        var reading = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(handbook.DefaultLanguage);
        try
        {
            return text().Value;
        }
        finally
        {
            CultureInfo.CurrentUICulture = reading;
        }
    }
}
