namespace Storefront.Store;

/// <summary>A key of ASP.NET Core's data protection, shared by all nodes.</summary>
public sealed class DataProtectionKeyRow
{
    public required string FriendlyName { get; init; }

    /// <summary>The key's element, encrypted where a secret is set.</summary>
    public required string Xml { get; init; }
}
