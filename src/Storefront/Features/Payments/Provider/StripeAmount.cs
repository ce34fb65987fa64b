using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Provider;

/// <summary>
/// Amounts as Stripe writes them: in the minor unit, as we do, but for two currencies without decimals that it keeps in hundredths
/// for the sake of old programs (Stripe's documentation, "Supported currencies", special cases).
/// </summary>
public static class StripeAmount
{
    private const long Hundredths = 100;

    public static long Of(Money money) => IsInHundredths(money.Currency) ? checked(money.MinorUnits * Hundredths) : money.MinorUnits;

    /// <summary>The currency's code in small letters, as Stripe's API has it.</summary>
    public static string CodeOf(Currency currency) => currency.Code.ToLowerInvariant();

    /// <summary>Null when the currency is not known here, or the amount is none that it has.</summary>
    public static Money? Read(long? amount, string? currencyCode)
    {
        if (amount is not { } units || !Currency.TryParse(currencyCode?.ToUpperInvariant(), out var currency))
        {
            return null;
        }

        return !IsInHundredths(currency) ? new Money(units, currency)
            : units % Hundredths == 0 ? new Money(units / Hundredths, currency)
            : null;
    }

    private static bool IsInHundredths(Currency currency) => currency.Code is "ISK" or "UGX";
}
