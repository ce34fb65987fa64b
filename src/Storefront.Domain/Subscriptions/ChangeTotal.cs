using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>A sum of lines.</summary>
public readonly record struct ChangeTotal(Money Amount, Money Tax)
{
    public Money Total => Amount + Tax;

    internal static ChangeTotal Of(IEnumerable<ChangeLine> lines, Currency currency)
    {
        var (amount, tax) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var line in lines)
        {
            amount += line.Amount;
            tax += line.Tax;
        }

        return new ChangeTotal(amount, tax);
    }
}
