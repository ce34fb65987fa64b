using Microsoft.AspNetCore.Identity;
using Storefront.Domain.Shared;

namespace Storefront.Features.Accounts;

/// <summary>A person who signs in: a member of one or several accounts, or staff.</summary>
public sealed class User : IdentityUser<UserId>
{
    /// <summary>What others see.</summary>
    public required string DisplayName { get; set; }

    /// <summary>BCP 47 tag; null for the house's language.</summary>
    public string? Language { get; set; }

    /// <summary>IANA name; null for the house's zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Removed by erasure: the row stays, without personal data.</summary>
    public bool IsErased { get; set; }
}
