using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>What is answered to "it was not delivered" (SEN-09).</summary>
/// <param name="DeliveredAt">When the delivery record is of; null when there is none.</param>
/// <param name="BooksDelivery">Whether the delivery is booked again, which it is without a record.</param>
/// <param name="OffersMeeting">Whether a meeting is offered, which a strong dispute gets.</param>
public sealed record DeliveryDispute(Instant? DeliveredAt, bool BooksDelivery, bool OffersMeeting)
{
    public static DeliveryDispute Answer(ProjectState project, bool strong) => new(project.DeliveredAt, project.DeliveredAt is null, strong);

    /// <summary>Whether the two sides may settle now: any conciliation only after the balance is paid.</summary>
    public static Result<Done> Conciliate(ProjectState project) =>
        project.IsFullyPaid ? Done.Value : new BalanceDue(project.Balance);
}
