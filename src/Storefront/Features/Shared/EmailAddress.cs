using System.Net.Mail;

namespace Storefront.Features.Shared;

/// <summary>What an address of mail is, for everybody who takes one.</summary>
public static class EmailAddress
{
    /// <summary>Most characters (RFC 5321, section 4.5.3.1.3).</summary>
    public const int MostLength = 254;

    /// <summary>Whether it is one address, bare, at a host by its full name.</summary>
    public static bool IsOne(string text) =>
        text.Length <= MostLength
        && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && MailAddress.TryCreate(text, out var read)
        && read.Address == text
        && !read.Host.StartsWith('[')
        && read.Host.Split('.') is { Length: > 1 } labels
        && labels.All(label => label.Length > 0);
}
