using System.Collections.Immutable;
using System.Text;

namespace Storefront.Domain.Houses.Reading;

/// <summary>Platforms, channels and ways to pay.</summary>
internal static class WaysSection
{
    public static Platform ReadPlatform(ObjectReader reader) => new(reader.Key("key"), reader.Localized("name"));

    public static Channel ReadChannel(ObjectReader reader)
    {
        var key = reader.Key("key");
        var name = reader.Localized("name");
        var description = reader.Localized("description");
        var plans = reader.OptionalTexts("plans");
        reader.Refers("plans", "plan");
        var classes = reader.OptionalTexts("classes");
        reader.Refers("classes", "class");
        var by = reader.OptionalChoice<ChannelWay>("by");
        var kind = reader.OptionalKey("kind");
        reader.Refers("kind", "kind");
        if (by is ChannelWay.Email or ChannelWay.Messaging && !reader.Has("kind"))
        {
            reader.Problem("by", "What comes by mail or message names no kind of work, so the channel needs a 'kind'.");
        }

        return new Channel(key, name, description, plans, classes, by, kind);
    }

    public static PaymentMethod ReadPaymentMethod(ObjectReader reader)
    {
        var key = reader.Key("key");
        var kind = reader.Choice<PaymentMethodKind>("kind");
        var name = reader.Localized("name");
        var description = reader.Localized("description");
        var instructions = reader.OptionalLocalized("instructions");
        var confirmed = reader.OptionalInteger("confirmedWithinBusinessHours", 1, 200);
        var currencies = reader.Texts("currencies");
        reader.Refers("currencies", "currency");
        var link = reader.OptionalAddress("link");
        var pix = reader.OptionalObject("pix", "pixAddress", ReadPix);
        var fields = reader.OptionalList("fields", "paymentField", ReadField, least: 1);
        if (reader.Ok("kind"))
        {
            CheckKind(reader, kind, "instructions");
            CheckKind(reader, kind, "confirmedWithinBusinessHours");
            CheckOfflineOnly(reader, kind, "link");
            CheckOfflineOnly(reader, kind, "fields");
            CheckOfflineOnly(reader, kind, "pix");
        }

        if (pix is not null && !currencies.SequenceEqual(["BRL"]))
        {
            reader.Problem("pix", "A Pix is paid in BRL and in nothing else.");
        }

        return new PaymentMethod(
            key, kind, name, description, instructions, confirmed, [.. reader.Reading.Currencies.Where(currency => currencies.Contains(currency.Code))])
        {
            Link = link?.OriginalString,
            Pix = pix,
            Fields = fields,
        };
    }

    public static void CheckEveryCurrencyCanBePaid(ObjectReader document, ImmutableArray<PaymentMethod> methods)
    {
        if (!document.Ok("paymentMethods", "currencies"))
        {
            return;
        }

        foreach (var currency in document.Reading.Currencies.Where(currency => !methods.Any(method => method.Currencies.Contains(currency))))
        {
            document.Problem("paymentMethods", $"Nothing takes {currency.Code}, which the house sells in.");
        }
    }

    private static PaymentField ReadField(ObjectReader reader) => new(reader.Localized("name"), reader.Text("value"));

    private static PixAddress ReadPix(ObjectReader reader)
    {
        var pix = new PixAddress(reader.Text("key"), reader.Text("merchant"), reader.Text("city"));
        CheckCode(reader, "key", pix.Key, PixAddress.MostKey);
        CheckCode(reader, "merchant", pix.Merchant, PixAddress.MostMerchant);
        CheckCode(reader, "city", pix.City, PixAddress.MostCity);
        return pix;
    }

    /// <summary>Banks' apps read letters of ASCII only, and count them.</summary>
    private static void CheckCode(ObjectReader reader, string name, string value, int most)
    {
        if (value.Length > most || !Ascii.IsValid(value))
        {
            reader.Problem(name, $"A Pix code has room for {most} letters without accents here.");
        }
    }

    private static void CheckOfflineOnly(ObjectReader reader, PaymentMethodKind kind, string name)
    {
        if (kind != PaymentMethodKind.Offline && reader.Has(name))
        {
            reader.Problem(name, $"A method that confirms itself has no '{name}'.");
        }
    }

    private static void CheckKind(ObjectReader reader, PaymentMethodKind kind, string name)
    {
        if (kind == PaymentMethodKind.Offline && !reader.Has(name))
        {
            reader.Problem("kind", $"An offline method needs '{name}'.");
        }
        else
        {
            CheckOfflineOnly(reader, kind, name);
        }
    }
}
