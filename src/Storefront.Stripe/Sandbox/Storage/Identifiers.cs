using System.Security.Cryptography;

namespace Storefront.Stripe.Sandbox.Storage;

/// <summary>Makes ids that look like Stripe's: a prefix that names the kind, then letters and digits.</summary>
internal static class Identifiers
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string New(string prefix, int length = 24) => prefix + "_" + RandomNumberGenerator.GetString(Alphabet, length);

    public static string Secret(int length = 32) => RandomNumberGenerator.GetString(Alphabet, length);
}
