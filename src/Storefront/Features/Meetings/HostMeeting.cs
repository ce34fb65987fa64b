using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Meetings;

/// <summary>A member of staff says that it holds a meeting, or that it does not any more.</summary>
public sealed class HostMeeting(AccountTransactions transactions)
{
    /// <summary>Done, or <see cref="NotFound"/>: for anybody but staff there is no such meeting.</summary>
    public async Task<Result<Done>> HandleAsync(MeetingId id, bool takes, Viewer staff, CancellationToken cancellationToken) => !staff.IsStaff
        ? new NotFound("meeting")
        : await transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                if (await scope.Db.Set<Meeting>().SingleOrDefaultAsync(row => row.Id == id && row.Status == MeetingStatus.Booked, token) is not { } meeting)
                {
                    return new NotFound("meeting");
                }

                meeting.HostId = takes ? staff.UserId : meeting.HostId == staff.UserId ? null : meeting.HostId;
                return Done.Value;
            },
            cancellationToken);
}
