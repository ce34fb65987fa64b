using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Orders;

/// <summary>The line of a Pix, which its QR code shows too.</summary>
public class PixCodeTests
{
    private static readonly Currency Real = Currency.Parse("BRL");
    private static readonly PixAddress House = new("pix@alfinet.example", "Alfinet", "Sao Paulo");

    [Fact]
    public void FLU_21_The_line_names_key_amount_and_reference_and_ends_with_its_checksum()
    {
        // The checksum as Python's binascii.crc_hqx makes it.
        Assert.Equal(
            "00020126560014br.gov.bcb.pix0119pix@alfinet.example0211ALF-2026-1052040000530398654071234.565802BR5907Alfinet6009Sao Paulo62130509ALF20261063046C0D",
            PixCode.Of(House, new Money(123_456, Real), "ALF-2026-10"));
    }

    [Fact]
    public void A_key_of_full_length_leaves_no_room_for_the_message_and_a_long_reference_is_cut_to_what_is_known_again()
    {
        var line = PixCode.Of(House with { Key = new string('k', PixAddress.MostKey) }, new Money(1, Real), "ORDER-" + new string('9', 40));
        Assert.StartsWith("00020126990014br.gov.bcb.pix0177kkk", line, StringComparison.Ordinal);
        Assert.Contains("54040.015802BR", line, StringComparison.Ordinal);
        Assert.Contains("62290525ORDER99999999999999999999", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BRL", 0)]
    [InlineData("BRL", -1)]
    [InlineData("USD", 100)]
    public void Nothing_but_a_positive_amount_of_reais_is_paid_by_Pix(string currency, long amount) =>
        Assert.Throws<ArgumentException>(() => PixCode.Of(House, new Money(amount, Currency.Parse(currency)), "A1"));
}
