namespace Storefront.Features.Accounts;

/// <summary>Marks the texts of registration, sign-in, passwords and tokens.</summary>
public sealed class AccountsTexts;
