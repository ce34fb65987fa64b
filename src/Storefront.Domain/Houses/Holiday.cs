using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A day on which the house is closed.</summary>
/// <param name="Date">The day, in the house's zone.</param>
/// <param name="Name">What it is called.</param>
public sealed record Holiday(LocalDate Date, LocalizedText Name);
