namespace Storefront.Features.Accounts;

/// <summary>What a member may do; each includes those after it.</summary>
public enum MemberRole
{
    /// <summary>Pays, changes plans, invites.</summary>
    Owner,

    /// <summary>Opens and answers tickets.</summary>
    Member,

    /// <summary>Reads, and changes nothing.</summary>
    Viewer,
}
