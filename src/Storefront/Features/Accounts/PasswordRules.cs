namespace Storefront.Features.Accounts;

/// <summary>What a password has to be, wherever one is chosen.</summary>
public static class PasswordRules
{
    /// <summary>The least number of characters.</summary>
    public const int Length = 10;

    /// <summary>The least number of different ones.</summary>
    public const int DifferentCharacters = 4;

    /// <summary>Why it cannot be chosen; null when it can.</summary>
    public static PasswordTooWeak? Check(string password) =>
        password.Length < Length || password.Distinct().Count() < DifferentCharacters ? new PasswordTooWeak(Length, DifferentCharacters) : null;
}
