namespace Storefront.Features.Projects;

/// <summary>What a token needs for projects.</summary>
public static class ProjectScopes
{
    public const string Read = "projects:read";

    public const string Write = "projects:write";
}
