using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Hosting.Keys;

/// <summary>Hands values out as tokens that nobody can read or change, valid for one account until an instant of the business clock.</summary>
public sealed class Seals(IDataProtectionProvider protection, BusinessClock clock)
{
    /// <param name="purpose">What it is for; opened for another purpose it is none.</param>
    /// <param name="account">Who may open it.</param>
    /// <param name="value">What is sealed; written as <see cref="StoreJson"/>.</param>
    /// <param name="expiresAt">From then on it is refused.</param>
    public string Seal<T>(string purpose, AccountId account, T value, Instant expiresAt) =>
        Protector(purpose, account).Protect(JsonSerializer.Serialize(new Sealed<T>(value, expiresAt), StoreJson.Options));

    /// <summary>The value, <see cref="SealExpired"/>, or <see cref="SealNotValid"/> when it was changed or is somebody else's.</summary>
    public Result<T> Open<T>(string purpose, AccountId account, string token)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Sealed<T>>(Protector(purpose, account).Unprotect(token), StoreJson.Options)!;
            return content.ExpiresAt > clock.GetCurrentInstant() ? content.Value : new SealExpired(content.ExpiresAt);
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return new SealNotValid();
        }
    }

    private IDataProtector Protector(string purpose, AccountId account) => protection.CreateProtector("seal", purpose, account.ToString());

    private sealed record Sealed<T>(T Value, Instant ExpiresAt);
}

/// <summary>The token was good, and its time is over.</summary>
public sealed record SealExpired(Instant ExpiredAt) : Refusal
{
    public override string Code => "PREVIEW_EXPIRED";
}

/// <summary>The token is none of ours, was changed, or belongs to another account.</summary>
public sealed record SealNotValid : Refusal
{
    public override string Code => "PREVIEW_NOT_VALID";
}
