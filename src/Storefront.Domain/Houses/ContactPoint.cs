using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>One way to reach a house.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Value">The number or address, as it is shown.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Label">What it is for, in words.</param>
/// <param name="ClassKeys">For an emergency: the classes whose open tickets show it; empty for all.</param>
public sealed record ContactPoint(ContactKind Kind, string Value, ContactPurpose Purpose, LocalizedText Label, IReadOnlyList<string> ClassKeys);

/// <summary>By what a house is reached.</summary>
public enum ContactKind
{
    /// <summary>By voice.</summary>
    Phone,

    /// <summary>By written message.</summary>
    Messaging,

    /// <summary>By mail.</summary>
    Email,
}

/// <summary>What a way to reach a house is for.</summary>
public enum ContactPurpose
{
    /// <summary>Whatever has no place of its own.</summary>
    General,

    /// <summary>Before buying.</summary>
    Sales,

    /// <summary>Help with what was bought.</summary>
    Support,

    /// <summary>Payments and invoices.</summary>
    Billing,

    /// <summary>Where an emergency goes once its ticket is open (ALF-10, SEN-12).</summary>
    Emergency,
}
