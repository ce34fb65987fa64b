namespace Storefront.Domain.Status;

/// <summary>What touches the service.</summary>
public enum IncidentKind
{
    /// <summary>Something went wrong.</summary>
    Incident,

    /// <summary>Work that was announced.</summary>
    Maintenance,
}

/// <summary>How far an incident or a maintenance is.</summary>
public enum IncidentStep
{
    /// <summary>Maintenance that was announced and has not begun.</summary>
    Scheduled,

    /// <summary>It is being found out what is wrong.</summary>
    Investigating,

    /// <summary>What is wrong is known.</summary>
    Identified,

    /// <summary>Maintenance is being done.</summary>
    InProgress,

    /// <summary>It should work again, and is being watched.</summary>
    Monitoring,

    /// <summary>It is over.</summary>
    Resolved,
}
