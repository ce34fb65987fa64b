using Storefront.Domain.Shared;

namespace Storefront.Features.Checkout;

/// <summary>The house sells no such package.</summary>
/// <param name="PackageKey">What was asked for.</param>
public sealed record UnknownPackage(string PackageKey) : Refusal
{
    public override string Code => "UNKNOWN_PACKAGE";
}

/// <summary>One of the package's designs has to be chosen (TEC-06).</summary>
/// <param name="DesignKey">What was asked for.</param>
public sealed record DesignNotOffered(string DesignKey) : Refusal
{
    public override string Code => "DESIGN_NOT_OFFERED";
}

/// <summary>The package is not made on that platform.</summary>
/// <param name="PlatformKey">What was asked for.</param>
public sealed record PlatformNotOffered(string PlatformKey) : Refusal
{
    public override string Code => "PLATFORM_NOT_OFFERED";
}

/// <summary>A plan and a package were asked for at once; an order is for one of them.</summary>
public sealed record ChoiceNotClear : Refusal
{
    public override string Code => "CHOICE_NOT_CLEAR";
}
