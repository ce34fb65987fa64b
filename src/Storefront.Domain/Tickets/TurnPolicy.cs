namespace Storefront.Domain.Tickets;

/// <summary>A promise that is kept for one open ticket of a customer at a time; the clocks of the others follow one another (FEN-16).</summary>
/// <param name="Target">The promise.</param>
/// <param name="NeverWait">Keys of the classes whose tickets wait for no other.</param>
public sealed record TurnPolicy(TargetKind Target, IReadOnlyList<string> NeverWait)
{
    /// <summary>Whether a ticket of that class waits while an earlier one has the promise.</summary>
    public bool MakesWait(string classKey) => !NeverWait.Contains(classKey);
}
