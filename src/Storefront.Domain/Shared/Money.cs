using System.Globalization;

namespace Storefront.Domain.Shared;

/// <summary>An exact amount of money in one currency (COM-01); negative for a credit.</summary>
/// <remarks>Whole minor units. Arithmetic is checked, and amounts of two currencies never mix: either is a fault of the program and throws.</remarks>
/// <param name="MinorUnits">The amount in the currency's smallest unit, such as cents; in whole units where the currency has no decimals, such as CLP.</param>
/// <param name="Currency">The currency of the amount.</param>
public readonly record struct Money(long MinorUnits, Currency Currency) : IComparable<Money>
{
    /// <summary>The longest that a decimal of any amount can be: a sign, the digits of a <see cref="long"/>, a zero, a point.</summary>
    public const int MostDecimalCharacters = 24;

    public bool IsZero => MinorUnits == 0;

    public bool IsNegative => MinorUnits < 0;

    public bool IsPositive => MinorUnits > 0;

    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>The sum of the amounts, zero of <paramref name="currency"/> when there are none.</summary>
    public static Money Sum(IEnumerable<Money> amounts, Currency currency) =>
        amounts.Aggregate(Zero(currency), (sum, amount) => sum + amount);

    public static Money operator +(Money left, Money right) =>
        new(checked(left.MinorUnits + SameCurrency(left, right).MinorUnits), left.Currency);

    public static Money operator -(Money left, Money right) =>
        new(checked(left.MinorUnits - SameCurrency(left, right).MinorUnits), left.Currency);

    public static Money operator -(Money amount) => new(checked(-amount.MinorUnits), amount.Currency);

    public static Money operator *(Money amount, long factor) => new(checked(amount.MinorUnits * factor), amount.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public static Money Negate(Money amount) => -amount;

    public static Money Multiply(Money amount, long factor) => amount * factor;

    /// <summary>
    /// The amount × <paramref name="numerator"/> / <paramref name="denominator"/>, rounded once, halves up: away from zero, so that
    /// a credit is the mirror of its charge. The product is exact before the rounding.
    /// </summary>
    /// <param name="numerator">May be negative.</param>
    /// <param name="denominator">Greater than zero.</param>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public Money MultiplyByFraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var product = (Int128)MinorUnits * numerator;
        var (quotient, remainder) = Int128.DivRem(product, denominator);
        if (Int128.Abs(remainder) * 2 >= denominator)
        {
            quotient += Int128.Sign(product);
        }

        return new Money(checked((long)quotient), Currency);
    }

    /// <summary>The share of the amount that a percentage is, halves rounded up.</summary>
    public Money Percent(int percent) => MultiplyByFraction(percent, 100);

    public int CompareTo(Money other) => MinorUnits.CompareTo(SameCurrency(this, other).MinorUnits);

    /// <summary>
    /// The exact amount as a decimal with the currency's digits and a full stop, without grouping: <c>3240000</c>, <c>-12.05</c>.
    /// What the API's <c>DecimalString</c> carries.
    /// </summary>
    public string ToDecimalString()
    {
        Span<char> text = stackalloc char[MostDecimalCharacters];
        return text[..FormatDecimal(text)].ToString();
    }

    /// <summary>Puts what <see cref="ToDecimalString"/> gives in place.</summary>
    /// <param name="destination">At least <see cref="MostDecimalCharacters"/> long.</param>
    /// <returns>How many characters it has.</returns>
    public int FormatDecimal(Span<char> destination)
    {
        var digits = Currency.MinorUnitDigits;
        if (digits == 0)
        {
            _ = MinorUnits.TryFormat(destination, out var length, provider: CultureInfo.InvariantCulture);
            return length;
        }

        var sign = IsNegative ? 1 : 0;
        destination[0] = '-';
        var (units, rest) = Math.DivRem(MinorUnits < 0 ? unchecked((ulong)(-MinorUnits)) : (ulong)MinorUnits, (ulong)Currency.MinorUnitsPerUnit);
        _ = units.TryFormat(destination[sign..], out var whole, provider: CultureInfo.InvariantCulture);
        var point = sign + whole;
        destination[point] = '.';
        for (var place = point + digits; place > point; place--)
        {
            (rest, var digit) = Math.DivRem(rest, 10UL);
            destination[place] = (char)('0' + digit);
        }

        return point + digits + 1;
    }

    /// <summary>
    /// Reads a decimal such as <see cref="ToDecimalString"/> writes: digits, with a minus sign before them if negative, and at most as
    /// many decimals as the currency has. Signs of plus, spaces, grouping and exponents are not accepted; false when it does not fit.
    /// </summary>
    public static bool TryParseDecimal(string? text, Currency currency, out Money money)
    {
        money = Zero(currency);
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var negative = text[0] == '-';
        var unsigned = text.AsSpan(negative ? 1 : 0);
        var point = unsigned.IndexOf('.');
        var whole = point < 0 ? unsigned : unsigned[..point];
        var decimals = point < 0 ? [] : unsigned[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && decimals.IsEmpty) || decimals.Length > currency.MinorUnitDigits
            || whole.ContainsAnyExceptInRange('0', '9') || decimals.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var minor = string.Concat(negative ? "-" : "", whole, decimals.ToString().PadRight(currency.MinorUnitDigits, '0'));
        if (!long.TryParse(minor, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units))
        {
            return false;
        }

        money = new Money(units, currency);
        return true;
    }

    /// <inheritdoc cref="TryParseDecimal"/>
    /// <exception cref="FormatException">It is no such decimal.</exception>
    public static Money ParseDecimal(string text, Currency currency) => TryParseDecimal(text, currency, out var money)
        ? money
        : throw new FormatException($"'{text}' is not an amount in {currency.Code}, which has {currency.MinorUnitDigits} decimals.");

    /// <summary>For logs and tests, such as <c>3240000 CLP</c>; people are shown amounts in their own language.</summary>
    public override string ToString() => Currency is null ? "0" : $"{ToDecimalString()} {Currency.Code}";

    private static Money SameCurrency(Money left, Money right) => left.Currency.Equals(right.Currency)
        ? right
        : throw new InvalidOperationException($"An amount in {left.Currency.Code} and one in {right.Currency.Code} cannot be combined.");
}
