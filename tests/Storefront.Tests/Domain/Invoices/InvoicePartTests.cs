using Storefront.Domain.Invoices;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Invoices;

/// <summary>An order that is paid in parts, of which some go back, whole or in part, and are paid again.</summary>
public sealed class InvoicePartTests
{
    private static readonly InvoiceAmounts Nothing = new(Clp(0), Clp(0));

    [Fact]
    public void FLU_20_Documents_of_parts_paid_given_back_and_paid_again_add_up_to_the_tax_of_what_was_kept()
    {
        var random = new Random(20);
        for (var round = 0; round < 2_000; round++)
        {
            var net = Clp(random.NextInt64(1, round % 2 == 0 ? 40 : 10_000_000));
            var whole = new InvoiceAmounts(net, new TaxRate(random.Next(0, 3_000)).On(net));
            var left = new List<InvoiceAmounts>();
            var notes = 0;
            for (var step = 0; step < 12; step++)
            {
                var standing = Sum(left);
                var open = (whole.Total - standing.Total).MinorUnits;
                if (open > 0 && (left.Count == 0 || random.Next(3) > 0))
                {
                    left.Add(Pay(whole, standing, step == 11 || random.Next(4) == 0 ? open : random.NextInt64(1, open + 1)));
                }
                else if (left.FindIndex(each => each.Total.IsPositive) is >= 0 and var index)
                {
                    var amount = random.Next(2) == 0 ? left[index].Total.MinorUnits : random.NextInt64(1, left[index].Total.MinorUnits + 1);
                    left[index] = Return(whole, standing, left[index], amount);
                    notes++;
                }

                var kept = Sum(left);
                var share = whole.Total.IsZero ? Clp(0) : whole.Net.MultiplyByFraction(kept.Total.MinorUnits, whole.Total.MinorUnits);
                Assert.InRange((kept.Net - share).MinorUnits, -notes, notes);
                Assert.True(kept.Total != whole.Total || kept == whole, $"{kept} is not {whole}.");
                Assert.True(!kept.Total.IsZero || kept == Nothing, $"{kept} is left of nothing.");
            }
        }
    }

    [Fact]
    public void FLU_20_A_part_that_goes_back_and_is_paid_again_in_other_pieces_leaves_no_unit_beside_the_order_s_tax()
    {
        // 19 % of 5: 1 of 6. Three payments of 2, the middle one goes back and is paid again as 1 and 1.
        var whole = new InvoiceAmounts(Clp(5), Clp(1));
        var first = whole.Next(Nothing, Clp(2));
        var second = whole.Next(first, Clp(2));
        var third = whole.Next(first + second, Clp(2));
        Assert.Equal(second, whole.Back(first + second + third, second, Clp(2)));

        var again = whole.Next(first + third, Clp(1));
        var last = whole.Next(first + third + again, Clp(1));

        Assert.Equal(whole, first + third + again + last);
    }

    [Fact]
    public void More_than_is_open_or_left_is_refused()
    {
        var whole = new InvoiceAmounts(Clp(84), Clp(16));

        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Next(Nothing, Clp(101)));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Next(whole, Clp(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Back(whole, whole, Clp(101)));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Back(whole, whole, Clp(-1)));
    }

    private static InvoiceAmounts Pay(InvoiceAmounts whole, InvoiceAmounts standing, long amount)
    {
        var invoice = whole.Next(standing, Clp(amount));
        Assert.Equal(amount, invoice.Total.MinorUnits);
        Assert.False(invoice.Net.IsNegative || invoice.Tax.IsNegative, $"{invoice}");
        return invoice;
    }

    private static InvoiceAmounts Return(InvoiceAmounts whole, InvoiceAmounts standing, InvoiceAmounts left, long amount)
    {
        var note = whole.Back(standing, left, Clp(amount));
        Assert.Equal(amount, note.Total.MinorUnits);
        Assert.False(note.Net.IsNegative || note.Tax.IsNegative, $"{note}");
        Assert.True(amount < left.Total.MinorUnits || note == left, "Credit notes over a whole invoice are the invoice.");
        return left - note;
    }

    private static InvoiceAmounts Sum(IEnumerable<InvoiceAmounts> documents) => documents.Aggregate(Nothing, (sum, each) => sum + each);

    private static Money Clp(long amount) => new(amount, Currency.Clp);
}
