using Storefront.Domain.Plans;

namespace Storefront.Domain.Houses.Reading;

/// <summary>Who the house is, how it is reached, its tax.</summary>
internal static class HouseSection
{
    public static House Read(ObjectReader reader)
    {
        var key = reader.Key("key");
        var name = reader.Text("name");
        var legalName = reader.Text("legalName");
        var taxId = reader.OptionalText("taxId");
        var website = reader.OptionalAddress("website");
        var contacts = reader.Object("contacts", "contacts", ReadContacts);
        var brand = reader.OptionalObject("brand", "brand", BrandSection.Read);
        return reader.Build(() => new House(key, name, legalName, taxId, website, contacts, brand));
    }

    public static HouseTax ReadTax(ObjectReader reader)
    {
        var name = reader.Localized("name");
        var basisPoints = reader.BasisPoints("ratePercent");
        var included = reader.Flag("pricesIncludeTax");
        return new HouseTax(name, new TaxRate(basisPoints), included);
    }

    private static HouseContacts ReadContacts(ObjectReader reader)
    {
        var phones = reader.List("phones", "phone", point => ReadPoint(point, ContactKind.Phone, point.Text("number")), least: 0);
        var messaging = reader.List("messaging", "messagingContact", point => ReadPoint(point, ContactKind.Messaging, point.Text("address")), least: 0);
        var emails = reader.List("emails", "emailContact", point => ReadPoint(point, ContactKind.Email, point.Email("address")));
        var hours = reader.Localized("hours");
        var onCall = reader.OptionalLocalized("onCall");
        return new HouseContacts([.. phones, .. messaging, .. emails], hours, onCall);
    }

    private static ContactPoint ReadPoint(ObjectReader reader, ContactKind kind, string value)
    {
        var purpose = reader.Choice<ContactPurpose>("purpose");
        var label = reader.Localized("label");
        var classes = reader.OptionalTexts("classes");
        reader.Refers("classes", "class");
        if (reader.Ok("purpose") && purpose != ContactPurpose.Emergency && reader.Has("classes"))
        {
            reader.Problem("classes", "Only a contact for an EMERGENCY is shown by class.");
        }

        return new ContactPoint(kind, value, purpose, label, classes);
    }
}
