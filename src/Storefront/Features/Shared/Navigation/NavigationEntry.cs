namespace Storefront.Features.Shared.Navigation;

/// <summary>A <see cref="NavigationLink"/> as it is written for one reader.</summary>
public sealed record NavigationEntry(string Path, string Text, string? Icon, bool IsPost, bool IsCurrent);
