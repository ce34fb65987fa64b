using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Storefront.Domain.Shared;
using Storefront.Hosting;

namespace Storefront.Features.Meetings;

/// <summary>Links to one meeting, for whoever has them: sealed, so that nobody can make another. Never made inside a transaction, see <see cref="TellMeeting"/>.</summary>
public sealed class MeetingLinks(IDataProtectionProvider protection, OwnAddress address)
{
    private readonly IDataProtector protector = protection.CreateProtector("meeting");

    public Uri Of(MeetingId meeting) => address.To($"meetings/{TokenOf(meeting)}");

    public string TokenOf(MeetingId meeting) => Base64Url.EncodeToString(protector.Protect(meeting.Value.ToByteArray()));

    /// <summary>The meeting that a link is for; null for one that was not made here.</summary>
    public MeetingId? Read(string? token)
    {
        try
        {
            return new MeetingId(new Guid(protector.Unprotect(Base64Url.DecodeFromChars(token))));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
