namespace Storefront.Features.Desk;

/// <summary>What a token of staff lets do on the desk.</summary>
internal static class DeskScopes
{
    public const string Read = "desk:read";

    public const string Write = "desk:write";
}
