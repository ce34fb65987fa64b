using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Credentials;

/// <summary>What a credential hides.</summary>
/// <param name="UserName">Who signs in; null where a secret alone opens.</param>
/// <param name="Secret">A password, key or certificate, as it was typed.</param>
public sealed record CredentialContent(string? UserName, string Secret)
{
    /// <summary>Says nothing of what it hides, wherever it is written by mistake.</summary>
    public override string ToString() => nameof(CredentialContent);
}

/// <summary>Closes and opens credentials with the house's keys. What was closed for one credential of one account opens for no other.</summary>
public sealed class CredentialSafe(IDataProtectionProvider protection)
{
    public byte[] Close(AccountId account, CredentialId id, CredentialContent content) =>
        Protector(account, id).Protect(JsonSerializer.SerializeToUtf8Bytes(content, StoreJson.Options));

    /// <summary>What is hidden; <see cref="CredentialUnreadable"/> when its key is gone or the row was changed.</summary>
    public Result<CredentialContent> Open(Credential credential)
    {
        try
        {
            var plain = Protector(credential.AccountId, credential.Id).Unprotect(credential.Content);
            return JsonSerializer.Deserialize<CredentialContent>(plain, StoreJson.Options)!;
        }
        catch (CryptographicException)
        {
            return new CredentialUnreadable();
        }
    }

    private IDataProtector Protector(AccountId account, CredentialId id) =>
        protection.CreateProtector("credential", account.ToString(), id.ToString());
}
