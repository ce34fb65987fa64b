namespace Storefront.Domain.Houses;

/// <summary>Where a house is paid by Pix, as the code that banks' apps read names it (BR Code, sections 26, 59 and 60).</summary>
/// <param name="Key">The Pix key: an address, a phone, a tax number or a random key; at most <see cref="MostKey"/> characters.</param>
/// <param name="Merchant">Who is paid; at most <see cref="MostMerchant"/> characters, plain ASCII.</param>
/// <param name="City">Where that is; at most <see cref="MostCity"/> characters, plain ASCII.</param>
public sealed record PixAddress(string Key, string Merchant, string City)
{
    /// <summary>Longest key.</summary>
    public const int MostKey = 77;

    /// <summary>Longest name.</summary>
    public const int MostMerchant = 25;

    /// <summary>Longest city.</summary>
    public const int MostCity = 15;
}
