using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Storefront.Stripe.Sandbox.Pages;

/// <summary>The texts of the hosted pages in one language: Spanish, Portuguese or English.</summary>
internal sealed class PageTexts(CultureInfo culture)
{
    private static readonly ResourceManager s_resources = new(typeof(PageTexts).FullName!, typeof(PageTexts).Assembly);
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo s_spanish = CultureInfo.GetCultureInfo("es-CL");
    private static readonly CultureInfo s_portuguese = CultureInfo.GetCultureInfo("pt-BR");

    public CultureInfo Culture => culture;

    public string this[string key] =>
        s_resources.GetString(key, culture) ?? throw new InvalidOperationException($"There is no text '{key}'.");

    public string this[string key, params object[] values] => string.Format(culture, this[key], values);

    public bool Has(string key) => s_resources.GetString(key, culture) is not null;

    public string ShortDate(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("d", culture);

    public string Date(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("D", culture);

    /// <summary>The language of the session where it has one, else the reader's first that is known, else English.</summary>
    public static PageTexts For(HttpRequest request, string? locale)
    {
        if (locale is not (null or "auto"))
        {
            return new(Known(locale) ?? s_english);
        }

        if (StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages))
        {
            foreach (var language in languages.OrderByDescending(language => language.Quality ?? 1))
            {
                if (Known(language.Value) is { } known)
                {
                    return new(known);
                }
            }
        }

        return new(s_english);
    }

    private static CultureInfo? Known(StringSegment language)
    {
        var name = language.ToString();
        return name.Length < 2 ? null : name[..2].ToLowerInvariant() switch
        {
            "es" => s_spanish,
            "pt" => s_portuguese,
            "en" => s_english,
            _ => null,
        };
    }
}
