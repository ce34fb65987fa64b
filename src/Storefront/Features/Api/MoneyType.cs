using System.Globalization;
using Storefront.Domain.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.Features.Api;

/// <summary>An exact amount in a currency (COM-01).</summary>
[ObjectType<Money>]
public static class MoneyType
{
    public static void Configure(IObjectTypeDescriptor<Money> descriptor) => descriptor.BindFieldsExplicitly();

    /// <summary>The amount, with as many decimals as the currency has.</summary>
    public static DecimalString Amount([Parent] Money money) => new(money);

    /// <summary>The currency.</summary>
    public static Currency Currency([Parent] Money money) => money.Currency;

    /// <summary>The amount as people write it.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="locale">BCP 47 tag such as `es-CL`; the reader's when it is not given or not known.</param>
    public static string Formatted([Parent] Money money, string? locale = null) => MoneyText.Format(money, CultureOf(locale));

    private static CultureInfo CultureOf(string? locale)
    {
        if (locale is null)
        {
            return CultureInfo.CurrentCulture;
        }

        try
        {
            return CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.CurrentCulture;
        }
    }
}
