using System.Globalization;
using System.Text;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>
/// What a Pix says in one line, to be shown as a QR code or copied ("Pix copia e cola"): a static BR Code, which is a payload of the EMV QR code
/// specification for merchants as Brazil's central bank uses it (Manual de Padrões para Iniciação do Pix).
/// </summary>
public static class PixCode
{
    private const string Scheme = "br.gov.bcb.pix";
    private const string Real = "986";
    private const int MostReference = 25;
    private const int MostOfAccount = 99;

    /// <summary>The line.</summary>
    /// <param name="to">Who is paid.</param>
    /// <param name="amount">How much, in BRL; positive.</param>
    /// <param name="reference">What the payment is known by again: its letters and digits, at most 25 of them.</param>
    /// <exception cref="ArgumentException">The amount is not positive, or of another currency.</exception>
    public static string Of(PixAddress to, Money amount, string reference)
    {
        if (amount.Currency.Code != "BRL" || !amount.IsPositive)
        {
            throw new ArgumentException($"{amount} cannot be paid by Pix.", nameof(amount));
        }

        var account = Field("00", Scheme) + Field("01", to.Key);
        var message = Field("02", reference);
        var known = string.Concat(reference.Where(char.IsAsciiLetterOrDigit).Take(MostReference));
        var line = new StringBuilder()
            .Append(Field("00", "01"))
            .Append(Field("26", account.Length + message.Length <= MostOfAccount ? account + message : account))
            .Append(Field("52", "0000"))
            .Append(Field("53", Real))
            .Append(Field("54", amount.ToDecimalString()))
            .Append(Field("58", "BR"))
            .Append(Field("59", to.Merchant))
            .Append(Field("60", to.City))
            .Append(Field("62", Field("05", known.Length == 0 ? "***" : known)))
            .Append("6304")
            .ToString();
        return line + Checksum(line).ToString("X4", CultureInfo.InvariantCulture);
    }

    private static string Field(string id, string value) => string.Create(CultureInfo.InvariantCulture, $"{id}{value.Length:00}{value}");

    /// <summary>CRC-16 with the polynomial 1021 and the initial value FFFF (ISO/IEC 13239), over the line with its own field's beginning.</summary>
    private static int Checksum(string line)
    {
        var sum = 0xFFFF;
        foreach (var letter in line)
        {
            sum ^= letter << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = ((sum & 0x8000) != 0 ? (sum << 1) ^ 0x1021 : sum << 1) & 0xFFFF;
            }
        }

        return sum;
    }
}
