using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Status;

/// <summary>Something that touches the house's service for a while.</summary>
public readonly record struct IncidentId(Guid Value) : IIdentifier<IncidentId>
{
    public static IncidentId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static IncidentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What was told of an incident at one time.</summary>
public readonly record struct IncidentUpdateId(Guid Value) : IIdentifier<IncidentUpdateId>
{
    public static IncidentUpdateId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static IncidentUpdateId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
