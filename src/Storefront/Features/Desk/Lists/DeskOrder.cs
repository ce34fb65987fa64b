namespace Storefront.Features.Desk.Lists;

/// <summary>By what the desk's list is sorted.</summary>
public enum DeskOrder
{
    /// <summary>By when the next promise is due: missed ones first, then those with the least time.</summary>
    Risk,

    /// <summary>As the house's queue: by class, then arrival.</summary>
    Queue,

    /// <summary>What something last happened to first.</summary>
    Updated,

    /// <summary>What was sent last first.</summary>
    Newest,
}
