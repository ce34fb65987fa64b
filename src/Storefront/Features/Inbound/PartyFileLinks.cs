using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Hosting;

namespace Storefront.Features.Inbound;

/// <summary>What a link in a third party's mail is for.</summary>
/// <param name="AccountId">Whose ticket it is.</param>
/// <param name="Party">Who was written to.</param>
/// <param name="File">The file.</param>
/// <param name="Until">From then on the link opens nothing, by the business clock.</param>
public sealed record PartyFile(AccountId AccountId, TicketPartyId Party, AttachmentId File, Instant Until);

/// <summary>
/// Links by which a third party fetches the files of what it was sent (FEN-17): sealed, so that nobody can make another, for one file, and
/// only for some days.
/// </summary>
public sealed class PartyFileLinks(IDataProtectionProvider protection, OwnAddress address)
{
    /// <summary>How many days a link opens its file.</summary>
    public const int Days = 14;

    internal const string Path = "shared-files";

    private const int IdLength = 16;
    private const int Length = (3 * IdLength) + sizeof(long);

    private readonly IDataProtector protector = protection.CreateProtector("third-party-file");

    public Uri Of(PartyFile file) => address.To($"{Path}/{TokenOf(file)}");

    public string TokenOf(PartyFile file)
    {
        Span<byte> plain = stackalloc byte[Length];
        file.AccountId.Value.TryWriteBytes(plain);
        file.Party.Value.TryWriteBytes(plain[IdLength..]);
        file.File.Value.TryWriteBytes(plain[(2 * IdLength)..]);
        BinaryPrimitives.WriteInt64BigEndian(plain[(3 * IdLength)..], file.Until.ToUnixTimeSeconds());
        return Base64Url.EncodeToString(protector.Protect(plain.ToArray()));
    }

    /// <summary>Has the key there: made inside a transaction, it would be written to the same database.</summary>
    public void Prepare() => protector.Protect([]);

    /// <summary>What a link is for; null for one that was not made here.</summary>
    public PartyFile? Read(string? token)
    {
        try
        {
            var plain = protector.Unprotect(Base64Url.DecodeFromChars(token)).AsSpan();
            return plain.Length == Length
                ? new PartyFile(
                    new AccountId(new Guid(plain[..IdLength])),
                    new TicketPartyId(new Guid(plain.Slice(IdLength, IdLength))),
                    new AttachmentId(new Guid(plain.Slice(2 * IdLength, IdLength))),
                    Instant.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(plain[(3 * IdLength)..])))
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
