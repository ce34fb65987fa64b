using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Storefront.Domain.Shared;
using Storefront.Hosting;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>Links that end the mails of one kind for one person, whoever opens them: sealed, so that nobody can make another.</summary>
public sealed class UnsubscribeLinks(IDataProtectionProvider protection, OwnAddress address)
{
    private const int UserLength = 16;

    private readonly IDataProtector protector = protection.CreateProtector("unsubscribe");

    /// <summary>Not to be called inside a transaction: a key that is made for it is written to the same database.</summary>
    public Uri Of(UserId user, MailKind kind) => address.To($"unsubscribe/{TokenOf(user, kind)}");

    public string TokenOf(UserId user, MailKind kind) =>
        Base64Url.EncodeToString(protector.Protect([.. user.Value.ToByteArray(), .. System.Text.Encoding.ASCII.GetBytes(kind.ToString())]));

    /// <summary>Whom and what a link is for; null for one that was not made here.</summary>
    public (UserId User, MailKind Kind)? Read(string? token)
    {
        try
        {
            var plain = protector.Unprotect(Base64Url.DecodeFromChars(token));
            return Enum.TryParse<MailKind>(System.Text.Encoding.ASCII.GetString(plain.AsSpan(UserLength)), out var kind)
                ? (new UserId(new Guid(plain.AsSpan(0, UserLength))), kind)
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
