using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace Storefront.Features.Members;

/// <summary>Addresses as they are compared: in small letters, composed, without space around them.</summary>
public static class InvitedAddress
{
    private const int MostLength = 254;

    /// <summary>Whether mail can be sent to it, and how it is kept.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? address)
    {
        address = Of(text ?? "");
        if (IsPlain(address) && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
            && MailAddress.TryCreate(address, out var read) && read.Address == address)
        {
            return true;
        }

        address = null;
        return false;
    }

    /// <summary>The address of a user as it is compared with an invitation's.</summary>
    public static string Of(string email)
    {
        var plain = email.Trim();
        return (IsPlain(plain) ? plain.Normalize() : plain).ToLowerInvariant();
    }

    // Halves of characters cannot be composed, and no address has whole ones of that kind, or what stands for an unreadable one.
    private static bool IsPlain(string text) => text.Length <= MostLength && !text.Any(letter => char.IsSurrogate(letter) || letter == '\uFFFD');
}
