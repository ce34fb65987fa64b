namespace Storefront.Features.Shared;

/// <summary>How a message or a badge is meant; its colour and icon follow.</summary>
public enum Tone
{
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
    Accent,
}
