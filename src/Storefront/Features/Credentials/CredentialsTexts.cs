namespace Storefront.Features.Credentials;

/// <summary>Names the texts of this feature.</summary>
public sealed class CredentialsTexts;
