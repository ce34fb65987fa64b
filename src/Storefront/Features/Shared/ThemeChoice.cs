namespace Storefront.Features.Shared;

/// <summary>Which of the two themes a reader wants.</summary>
public enum ThemeChoice
{
    System,
    Light,
    Dark,
}
