namespace Storefront.Features.Members;

/// <summary>What a token needs for an account's people. Names and roles need no scope: they are beside everything that people did.</summary>
public static class MemberScopes
{
    public const string Read = "members:read";
    public const string Write = "members:write";
}
