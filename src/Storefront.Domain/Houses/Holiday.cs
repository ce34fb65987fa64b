using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A day on which the house is closed.</summary>
public sealed record Holiday(LocalDate Date, LocalizedText Name);
