using Microsoft.AspNetCore.Identity;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;

namespace Storefront.Features.Accounts;

/// <summary>A person who signs in: a member of one or several accounts, or staff.</summary>
public sealed class User : IdentityUser<UserId>
{
    /// <summary>What others see.</summary>
    public required string DisplayName
    {
        get;
        set => (field, FoldedName) = (value, FoldedText.Of(value));
    }

    /// <summary>The name as it is searched, see <see cref="FoldedText"/>.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>BCP 47 tag; null for the house's language.</summary>
    public string? Language { get; set; }

    /// <summary>IANA name; null for the house's zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Removed by erasure: the row stays, without personal data.</summary>
    public bool IsErased { get; set; }
}
