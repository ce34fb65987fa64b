namespace Storefront.GraphQL.Types.Attributes;

/// <summary>
/// The field, or every field of the class, is resolved only for those who are allowed: signed in, and of the roles, scopes and policy that are named.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    /// <summary>Allows those who are signed in.</summary>
    public AuthorizeAttribute()
    {
    }

    /// <summary>Allows those whom the host's policy allows.</summary>
    public AuthorizeAttribute(string policy) => Policy = policy;

    /// <summary>The host's policy; null for none.</summary>
    public string? Policy { get; set; }

    /// <summary>Roles of which one is needed; empty for none.</summary>
    public string[] Roles { get; set; } = [];

    /// <summary>Scopes all of which are needed; empty for none.</summary>
    public string[] Scopes { get; set; } = [];
}

/// <summary>The field needs no authorization although its class does.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AllowAnonymousAttribute : Attribute;
