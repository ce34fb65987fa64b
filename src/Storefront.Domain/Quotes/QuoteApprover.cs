namespace Storefront.Domain.Quotes;

/// <summary>A member who may approve quotes.</summary>
/// <param name="Name">What others call it.</param>
/// <param name="LimitMinutes">The most that it may approve on one quote; null for no limit.</param>
public sealed record QuoteApprover(string Name, int? LimitMinutes)
{
    /// <summary>Whether it may approve that much.</summary>
    public bool MayApprove(int minutes) => LimitMinutes is not { } limit || minutes <= limit;
}
