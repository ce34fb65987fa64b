using Storefront.Domain.Shared;
using Storefront.Features.Accounts;

namespace Storefront.Hosting.Viewers;

/// <summary>Who asks: a person signed in, or a token that acts in a person's name.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Name">What others see of it.</param>
/// <param name="Email">Its address.</param>
/// <param name="IsStaff">Whether it works on the desk.</param>
/// <param name="AccountId">The account that is looked at; null for staff, for who belongs to none, and for who was taken out of the one it had chosen.</param>
/// <param name="Role">What it is in that account; null without one.</param>
/// <param name="Language">What it chose to read; null when it did not.</param>
/// <param name="Token">The token that was shown; null for a session.</param>
public sealed record Viewer(
    UserId UserId,
    string Name,
    string Email,
    bool IsStaff,
    AccountId? AccountId,
    MemberRole? Role,
    string? Language,
    ViewerToken? Token)
{
    /// <summary>Whether it may do what a scope stands for, such as <c>tickets:write</c>. Sessions have every scope.</summary>
    public bool HasScope(string scope) => Token is null || Token.Scopes.Contains(scope);

    /// <summary>Whether it is at least that in the account.</summary>
    public bool IsAtLeast(MemberRole role) => Role <= role;
}

/// <summary>What a token lets do.</summary>
public sealed record ViewerToken(ApiTokenId Id, TokenScopes Scopes);
