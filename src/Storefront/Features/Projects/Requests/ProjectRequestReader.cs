using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Meetings;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>Reads where the requests of a project lead.</summary>
internal static class ProjectRequestReader
{
    public static async Task<IReadOnlyDictionary<ProjectRequestId, ProjectRequestLinks>> LinksAsync(
        StorefrontDb db,
        AccountId account,
        IReadOnlyList<ProjectRequest> requests,
        IReadOnlyList<ProjectTicket> tickets,
        CancellationToken cancellationToken)
    {
        if (requests.Count == 0)
        {
            return new Dictionary<ProjectRequestId, ProjectRequestLinks>();
        }

        List<OrderId> orderIds = [.. requests.Select(request => request.OrderId).OfType<OrderId>()];
        List<ProjectId> projectIds = [.. requests.Select(request => request.NewProjectId).OfType<ProjectId>()];
        List<MeetingId> meetingIds = [.. requests.Select(request => request.MeetingId).OfType<MeetingId>()];
        var orders = await db.Set<Order>().AsNoTracking().Where(order => order.AccountId == account && orderIds.Contains(order.Id))
            .ToDictionaryAsync(order => order.Id, cancellationToken);
        var projects = await db.Set<Project>().AsNoTracking().Where(project => project.AccountId == account && projectIds.Contains(project.Id))
            .ToDictionaryAsync(project => project.Id, project => project.Number, cancellationToken);
        var meetings = await db.Set<Meeting>().AsNoTracking()
            .Where(meeting => meeting.AccountId == account && meetingIds.Contains(meeting.Id) && meeting.Status == MeetingStatus.Booked)
            .ToDictionaryAsync(meeting => meeting.Id, meeting => meeting.StartsAt, cancellationToken);
        return requests.ToDictionary(
            request => request.Id,
            request =>
            {
                var order = request.OrderId is { } id ? orders.GetValueOrDefault(id) : null;
                return new ProjectRequestLinks(
                    order?.Reference,
                    order?.Status,
                    request.NewProjectId is { } made && projects.TryGetValue(made, out var number) ? number : null,
                    tickets.FirstOrDefault(ticket => ticket.RequestId == request.Id)?.Number,
                    request.MeetingId is { } meeting && meetings.TryGetValue(meeting, out var at) ? at : null);
            });
    }
}
