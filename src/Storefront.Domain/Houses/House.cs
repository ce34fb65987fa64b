namespace Storefront.Domain.Houses;

/// <summary>Who the house is.</summary>
/// <param name="Key">Its name for programs, that of its handbook: <c>flunt</c>.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="LegalName">Who signs contracts and invoices.</param>
/// <param name="TaxId">Its number with the tax authority, as it is printed; null when it has none to show.</param>
/// <param name="Website">Its own site; null when this is it.</param>
/// <param name="Contacts">How it is reached (COM-09).</param>
/// <param name="Brand">Its colours; null for the program's own.</param>
public sealed record House(string Key, string Name, string LegalName, string? TaxId, Uri? Website, HouseContacts Contacts, Brand? Brand);
