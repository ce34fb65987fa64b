using Microsoft.AspNetCore.Identity;
using Storefront.Domain.Shared;

namespace Storefront.Features.Accounts;

/// <summary>What a person is in the house, not in an account.</summary>
public sealed class Role : IdentityRole<UserId>
{
    /// <summary>Works on the desk, and sees every account.</summary>
    public const string Staff = "staff";
}
