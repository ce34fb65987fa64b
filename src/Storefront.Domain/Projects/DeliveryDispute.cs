using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>What is answered to "it was not delivered" (SEN-09).</summary>
/// <param name="DeliveredAt">When the delivery record is of; null when there is none.</param>
/// <param name="BookedFor">Without a record, the day for which the delivery is booked again; null with one, or while the project stands still.</param>
/// <param name="GetsMeeting">Whether there is a meeting about it, which a strong dispute gets.</param>
public sealed record DeliveryDispute(Instant? DeliveredAt, LocalDate? BookedFor, bool GetsMeeting)
{
    /// <summary>
    /// The answer, and the project with its delivery booked again where none is on record: on the day that it is expected, but the next
    /// business day at the earliest, which then is the day that the house gave.
    /// </summary>
    public static (DeliveryDispute Answer, ProjectChange Change) Of(ProjectTerms terms, ProjectState project, bool strong, Instant now)
    {
        var (day, change) = ProjectRules.BookDelivery(terms, project, now);
        return (new DeliveryDispute(change.Project.DeliveredAt, day, strong), change);
    }

    /// <summary>Whether the two sides may settle now: any conciliation only after the balance is paid.</summary>
    public static Result<Done> Conciliate(ProjectState project) =>
        project.IsFullyPaid ? Done.Value : new BalanceDue(project.Balance);
}
