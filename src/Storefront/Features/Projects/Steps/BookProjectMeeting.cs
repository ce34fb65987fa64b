using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Meetings;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Steps;

/// <summary>
/// Either side books the meeting of a stage, or moves it: a kick-off, the workshop within its two weeks (TEC-10, SEN-01). Customers choose
/// among the hours in which the house is open.
/// </summary>
public sealed class BookProjectMeeting(ProjectTransactions projects)
{
    /// <summary>The project, or <see cref="MeetingTooLate"/>, <see cref="MeetingLengthNotValid"/>, <see cref="MeetingTimeNotOffered"/>, <see cref="StageNotBegun"/> …</summary>
    /// <param name="key">The project.</param>
    /// <param name="stageKey">The stage whose meeting it is.</param>
    /// <param name="startsAt">When it begins.</param>
    /// <param name="minutes">How long it takes.</param>
    /// <param name="viewer">Who books.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<Project>> HandleAsync(
        ProjectKey key, string stageKey, Instant startsAt, int minutes, Viewer viewer, CancellationToken cancellationToken)
    {
        Task<Result<Done>> BookAsync(AccountScope scope, CurrentProject project, CancellationToken token)
        {
            var start = startsAt.Stored();
            var stands = project.State.Find(stageKey);
            if (stands?.BookedFor == start && stands.BookedMinutes == minutes && stands.IsRunning)
            {
                return Task.FromResult<Result<Done>>(Done.Value);
            }

            var change = ProjectRules.Book(project.Terms, project.State, stageKey, start, minutes, scope.StoredNow());
            return !change.IsRefused && !viewer.IsStaff && !IsOpen(project, start, minutes)
                ? Task.FromResult<Result<Done>>(new MeetingTimeNotOffered(start))
                : projects.SaveAsync(scope, project, change, token);
        }

        return viewer.IsStaff ? projects.AsStaffAsync(key, viewer, null, BookAsync, cancellationToken)
            : viewer.AccountId == key.AccountId ? projects.AsCustomerAsync(key.Id, viewer, null, BookAsync, cancellationToken)
            : Task.FromResult<Result<Project>>(new NotFound("project"));
    }

    private static bool IsOpen(CurrentProject project, Instant start, int minutes)
    {
        var calendar = project.Terms.Calendar;
        var end = start + Duration.FromMinutes(minutes) - Duration.Epsilon;
        return calendar.IsOpen(start) && calendar.IsOpen(end) && calendar.DateOf(start) == calendar.DateOf(end);
    }
}
