using System.Diagnostics.CodeAnalysis;
using Storefront.Features.Shared;

namespace Storefront.Features.Members;

/// <summary>Addresses as they are compared: in small letters, composed, without space around them.</summary>
public static class InvitedAddress
{
    /// <summary>Whether mail can be sent to it, and how it is kept.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? address)
    {
        address = Of(text ?? "");

        // Letters that are other ones in capitals would make of two addresses one person's.
        if (IsPlain(address) && EmailAddress.IsOne(address)
            && address.All(letter => char.ToLowerInvariant(char.ToUpperInvariant(letter)) == letter))
        {
            return true;
        }

        address = null;
        return false;
    }

    /// <summary>An address as it is kept.</summary>
    public static string Of(string email) => Compose(email).ToLowerInvariant();

    /// <summary>Whether both are one person's: as sign-in compares them.</summary>
    public static bool AreSame(string one, string other) => string.Equals(Compose(one), Compose(other), StringComparison.OrdinalIgnoreCase);

    private static string Compose(string email)
    {
        var plain = email.Trim();
        return IsPlain(plain) ? plain.Normalize() : plain;
    }

    // Halves of characters and what is none cannot be composed, and no address has them, or whole characters of that kind.
    private static bool IsPlain(string text) =>
        text.Length <= EmailAddress.MostLength && !text.Any(letter => char.IsSurrogate(letter) || letter is >= '\uFFF0' or (>= '\uFDD0' and <= '\uFDEF'));
}
