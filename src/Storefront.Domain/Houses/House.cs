using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>Who the house is.</summary>
/// <param name="Key">Its name for programs, that of its handbook: <c>flunt</c>.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="LegalName">Who signs contracts and invoices.</param>
/// <param name="TaxId">Its number with the tax authority, as it is printed; null when it has none to show.</param>
/// <param name="Website">Its own site; null when this is it.</param>
/// <param name="Contacts">How it is reached (COM-09).</param>
public sealed record House(string Key, string Name, string LegalName, string? TaxId, Uri? Website, HouseContacts Contacts);

/// <summary>How a house is reached, and when (COM-09).</summary>
/// <param name="Points">Phones, messaging and e-mail addresses, in the order they are shown.</param>
/// <param name="Hours">When somebody answers, in words.</param>
/// <param name="OnCall">Who answers outside those hours, in words; null when nobody does.</param>
public sealed record HouseContacts(IReadOnlyList<ContactPoint> Points, LocalizedText Hours, LocalizedText? OnCall)
{
    /// <summary>The ways to reach the house for that purpose, in the order they are shown.</summary>
    public IEnumerable<ContactPoint> For(ContactPurpose purpose) => Points.Where(point => point.Purpose == purpose);
}

/// <summary>One way to reach a house.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Value">The number or address, as it is shown.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Label">What it is for, in words.</param>
public sealed record ContactPoint(ContactKind Kind, string Value, ContactPurpose Purpose, LocalizedText Label);

/// <summary>By what a house is reached.</summary>
public enum ContactKind
{
    Phone,
    Messaging,
    Email,
}

/// <summary>What a way to reach a house is for.</summary>
public enum ContactPurpose
{
    General,
    Sales,
    Support,
    Billing,

    /// <summary>Where an emergency goes once its ticket is open (ALF-10, SEN-12).</summary>
    Emergency,
}
