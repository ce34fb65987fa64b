using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Status;

/// <summary>An incident is one because something is slow, partly down or down.</summary>
public sealed record IncidentLevelNotValid : Refusal
{
    public override string Code => "INCIDENT_LEVEL_NOT_VALID";
}

/// <summary>Maintenance ends after it begins, and is not announced when it is over.</summary>
public sealed record MaintenanceTimeNotValid : Refusal
{
    public override string Code => "MAINTENANCE_TIME_NOT_VALID";
}

/// <summary>What is over is told no more of; something new is an incident of its own.</summary>
/// <param name="ResolvedAt">When it was over.</param>
public sealed record IncidentOver(Instant ResolvedAt) : Refusal
{
    public override string Code => "INCIDENT_OVER";
}

/// <summary>There is no such step on its way.</summary>
/// <param name="Step">The step asked for.</param>
public sealed record IncidentStepNotValid(IncidentStep Step) : Refusal
{
    public override string Code => "INCIDENT_STEP_NOT_VALID";
}

/// <summary>The house has no such part of its service.</summary>
/// <param name="Component">What was named.</param>
public sealed record UnknownStatusComponent(string Component) : Refusal
{
    public override string Code => "UNKNOWN_STATUS_COMPONENT";
}
