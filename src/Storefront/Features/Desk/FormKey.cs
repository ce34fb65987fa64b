using System.Globalization;
using System.Security.Cryptography;

namespace Storefront.Features.Desk;

/// <summary>The key under which a form that is sent twice acts once.</summary>
internal static class FormKey
{
    public static string New() => string.Create(CultureInfo.InvariantCulture, $"form:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
}
