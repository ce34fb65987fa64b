using System.Text.Json;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Payments;
using Storefront.Stripe.Prices;
using Storefront.Stripe.Subscriptions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Stripe.Client;

/// <summary>Stripe's own example objects are read, and written again without loss of what is described here.</summary>
public sealed class FixtureTests
{
    private const string Path = "stripe/fixtures.trimmed.json";

    /// <summary>Described here, and not among Stripe's examples.</summary>
    private static readonly string[] WithoutExample = ["charge", "item", "line_item", "payment_method"];

    public static TheoryData<string> Objects => [.. StripeTypes.ByObject.Keys.Except(WithoutExample)];

    [SharedTheory(Path)]
    [MemberData(nameof(Objects))]
    public void An_example_is_read_and_written_again(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedMaterial.Require(Path)));
        var example = document.RootElement.GetProperty("resources").GetProperty(name);

        var read = StripeTypes.Read(example)!;
        var written = JsonSerializer.SerializeToElement(read, read.GetType(), StripeJson.Options);

        Assert.Equal(name, read.Object);
        var differences = new List<string>();
        Compare(example, written, name, differences);
        Assert.Empty(differences);
        Assert.True(written.EnumerateObject().Count(member => example.TryGetProperty(member.Name, out _)) >= 6);
    }

    [SharedFact(Path)]
    public void The_members_of_an_example_have_their_meaning()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedMaterial.Require(Path)));
        var subscription = (Subscription)StripeTypes.Read(document.RootElement.GetProperty("resources").GetProperty("subscription"))!;
        Assert.Equal("cus_QXg1o8vcGmoR32", subscription.CustomerId);
        Assert.Null(subscription.Customer);
        Assert.Equal(SubscriptionStatuses.Active, subscription.Status);
        var item = Assert.Single(subscription.Items.Data);
        Assert.Equal((2000, 2000m, "prod_QXg1hqf4jFNsqG", "month"), (item.Price.UnitAmount, item.Price.UnitAmountDecimal, item.Price.ProductId, item.Price.Recurring!.Interval));
    }

    [Fact]
    public void An_expanded_field_has_both_its_id_and_its_object()
    {
        var refund = JsonSerializer.Deserialize<Refund>(
            """{"id":"re_1","object":"refund","charge":"ch_1","payment_intent":{"id":"pi_1","object":"payment_intent","amount":500,"latest_charge":{"id":"ch_1","receipt_url":"https://r"}}}""",
            StripeJson.Options)!;
        Assert.Equal(("ch_1", "pi_1", 500L), (refund.ChargeId, refund.PaymentIntentId, refund.PaymentIntent!.Amount));
        Assert.Null(refund.Charge);
        Assert.Equal("https://r", refund.PaymentIntent.LatestCharge!.ReceiptUrl);
    }

    [Theory]
    [InlineData("\"1234.567890123456\"", "1234.567890123456")]
    [InlineData("\"0.000000000001\"", "0.000000000001")]
    [InlineData("null", null)]
    public void A_decimal_amount_is_exact(string json, string? amount)
    {
        var price = JsonSerializer.Deserialize<Price>($$"""{"id":"price_1","unit_amount":null,"unit_amount_decimal":{{json}}}""", StripeJson.Options)!;
        Assert.Null(price.UnitAmount);
        Assert.Equal(amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), price.UnitAmountDecimal);
    }

    /// <summary>What is null in one may be missing or empty in the other; all else is equal.</summary>
    private static void Compare(JsonElement example, JsonElement written, string at, List<string> differences)
    {
        if (written.ValueKind == JsonValueKind.Object && example.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in written.EnumerateObject())
            {
                Compare(example.TryGetProperty(member.Name, out var original) ? original : default, member.Value, $"{at}.{member.Name}", differences);
            }
        }
        else if (written.ValueKind == JsonValueKind.Array && example.ValueKind == JsonValueKind.Array && written.GetArrayLength() == example.GetArrayLength())
        {
            for (var index = 0; index < written.GetArrayLength(); index++)
            {
                Compare(example[index], written[index], $"{at}[{index}]", differences);
            }
        }
        else if (!(IsNothing(written) && IsNothing(example)) && !JsonElement.DeepEquals(example, written))
        {
            differences.Add($"{at}: {example} became {written}");
        }
    }

    private static bool IsNothing(JsonElement element) =>
        element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || element.ToString() is "[]" or "{}" or "" or "0" or "False";
}
