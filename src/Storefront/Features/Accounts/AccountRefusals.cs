using Storefront.Domain.Shared;

namespace Storefront.Features.Accounts;

/// <summary>The password is too short or too uniform.</summary>
/// <param name="Length">The least number of characters.</param>
/// <param name="DifferentCharacters">The least number of different ones.</param>
public sealed record PasswordTooWeak(int Length, int DifferentCharacters) : Refusal
{
    public override string Code => "PASSWORD_TOO_WEAK";
}

/// <summary>A link from a mail that is expired, was used, or is not one of ours.</summary>
public sealed record LinkExpired() : Refusal
{
    public override string Code => "LINK_EXPIRED";
}

/// <summary>A token without a scope, or with one that there is not.</summary>
public sealed record ScopesInvalid() : Refusal
{
    public override string Code => "SCOPES_INVALID";
}

/// <summary>As many tokens as an account may have.</summary>
/// <param name="Most">That many.</param>
public sealed record TooManyTokens(int Most) : Refusal
{
    public override string Code => "TOO_MANY_TOKENS";
}
