namespace Storefront.Store;

/// <summary>The database was busy for so long that somebody who waited to write gave up, having done nothing.</summary>
/// <param name="waited">How long it waited.</param>
public sealed class TurnNotComeException(TimeSpan waited) : Exception($"The database was busy for {waited}.");
