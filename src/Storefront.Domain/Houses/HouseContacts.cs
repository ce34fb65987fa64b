using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>How a house is reached, and when (COM-09).</summary>
/// <param name="Points">Phones, messaging and e-mail addresses, in the order they are shown.</param>
/// <param name="Hours">When somebody answers, in words.</param>
/// <param name="OnCall">Who answers outside those hours, in words; null when nobody does.</param>
public sealed record HouseContacts(IReadOnlyList<ContactPoint> Points, LocalizedText Hours, LocalizedText? OnCall)
{
    /// <summary>The ways to reach the house for that purpose, in the order they are shown.</summary>
    public IEnumerable<ContactPoint> For(ContactPurpose purpose) => Points.Where(point => point.Purpose == purpose);

    /// <summary>What anybody is shown at any time: all but the ways for emergencies.</summary>
    public IEnumerable<ContactPoint> Everyday => Points.Where(point => point.Purpose != ContactPurpose.Emergency);

    /// <summary>Where a customer whose ticket of that class is open can turn to (ALF-10, SEN-12).</summary>
    public IEnumerable<ContactPoint> ForEmergency(string classKey) =>
        For(ContactPurpose.Emergency).Where(point => point.ClassKeys.Count == 0 || point.ClassKeys.Contains(classKey));
}
