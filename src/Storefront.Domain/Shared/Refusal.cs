namespace Storefront.Domain.Shared;

/// <summary>
/// An expected "no": something that was asked for and that the rules do not allow. Derived records carry the data a person or a
/// program needs to go on (a shortfall, a date). Faults are exceptions instead.
/// </summary>
public abstract record Refusal
{
    /// <summary>The refusal's name for programs, in UPPER_SNAKE; it never changes once published.</summary>
    public abstract string Code { get; }
}
