using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Attachments;
using Storefront.Features.Checkout;
using Storefront.Features.Projects.Requests;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Projects;

/// <summary>
/// Reads projects. What a customer asks for names its account, so that another's are not found (COM-06). What fell due meanwhile is reckoned
/// in, so that a page is right also when the clock has not done its work yet.
/// </summary>
public sealed class ProjectReader(StoreSnapshots snapshots, ProjectStore projects, BusinessClock clock)
{
    /// <summary>How many an account's list has at most.</summary>
    public const int Most = 200;

    /// <summary>The account's projects: what goes on first, the latest first.</summary>
    public Task<(IReadOnlyList<ProjectLine> Lines, long LastSequence)> ListAsync(AccountId account, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var rows = await db.Set<Project>().AsNoTracking().Where(row => row.AccountId == account)
                .OrderBy(row => row.CompletedAt == null && row.Status != ProjectStatus.Canceled ? 0 : 1).ThenByDescending(row => row.Number).Take(Most).ToListAsync(token);
            var wanted = rows.Select(row => row.OriginalId).OfType<ProjectId>().Distinct().ToList();
            var originals = await db.Set<Project>().AsNoTracking().Where(row => row.AccountId == account && wanted.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.Number, token);
            var lines = new List<ProjectLine>();
            foreach (var row in rows)
            {
                var current = await SettledAsync(db, row, token);
                lines.Add(new ProjectLine(current, ProjectReport.Of(current.Terms, current.State, clock.GetCurrentInstant()), null)
                {
                    Original = row.OriginalId is { } original ? originals[original] : null,
                });
            }

            return ((IReadOnlyList<ProjectLine>)lines, await EventLogReader.LastSequenceAsync(db, account, EventStream.Customer, token));
        },
        cancellationToken);

    /// <summary>One project of the account; null when it has no such one.</summary>
    public Task<ProjectView?> FindAsync(AccountId account, int number, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) => await db.Set<Project>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account && row.Number == number, token) is { } row
            ? await ViewAsync(db, row, token)
            : null,
        cancellationToken);

    /// <summary>Any project, for staff, with what they write among themselves; null when there is no such one.</summary>
    public Task<DeskProject?> FindForStaffAsync(int number, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            if (await db.Set<Project>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, token) is not { } row)
            {
                return null;
            }

            var notes = await db.Set<ProjectNote>().AsNoTracking().Where(note => note.AccountId == row.AccountId && note.ProjectId == row.Id)
                .OrderByDescending(note => note.At).ToListAsync(token);
            return new DeskProject(
                await ViewAsync(db, row, token), await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == row.AccountId, token), notes);
        },
        cancellationToken);

    /// <summary>The key behind a number, of the account's projects alone; null when it has no such one.</summary>
    public Task<ProjectKey?> FindKeyAsync(AccountId? account, int number, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) => await db.Set<Project>().AsNoTracking().Where(row => row.Number == number && (account == null || row.AccountId == account))
            .Select(row => new ProjectKey?(new ProjectKey(row.AccountId, row.Id))).SingleOrDefaultAsync(token),
        cancellationToken);

    /// <summary>A page of the house's projects, by the filter's order; one more than asked for when there is a next page.</summary>
    public Task<IReadOnlyList<ProjectLine>> ListForStaffAsync(ProjectFilter filter, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var rows = await filter.Apply(db.Set<Project>().AsNoTracking(), clock.GetCurrentInstant()).Take(ProjectFilter.PageSize + 1).ToListAsync(token);
            var ids = rows.Select(row => row.AccountId).Distinct().ToList();
            var names = await db.Set<Account>().AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, token);
            var lines = new List<ProjectLine>();
            foreach (var row in rows)
            {
                var current = await SettledAsync(db, row, token);
                lines.Add(new ProjectLine(current, ProjectReport.Of(current.Terms, current.State, clock.GetCurrentInstant()), names[row.AccountId]));
            }

            return (IReadOnlyList<ProjectLine>)lines;
        },
        cancellationToken);

    private async Task<CurrentProject> SettledAsync(StorefrontDb db, Project row, CancellationToken cancellationToken)
    {
        var current = await projects.LoadAsync(db, row, cancellationToken);
        row.State = ProjectRules.Settle(current.Terms, row.State, clock.GetCurrentInstant()).Project;
        return current;
    }

    private async Task<ProjectView> ViewAsync(StorefrontDb db, Project row, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var current = await SettledAsync(db, row, cancellationToken);
        var (account, id) = (row.AccountId, row.Id);
        var inputs = await db.Set<GivenInput>().AsNoTracking().Where(given => given.AccountId == account && given.ProjectId == id)
            .OrderByDescending(given => given.GivenAt).ToListAsync(cancellationToken);
        var messages = await db.Set<ProjectMessage>().AsNoTracking().Where(message => message.AccountId == account && message.ProjectId == id)
            .OrderBy(message => message.At).ToListAsync(cancellationToken);
        var documents = await db.Set<ProjectDocument>().AsNoTracking().Where(document => document.AccountId == account && document.ProjectId == id)
            .OrderByDescending(document => document.At).ToListAsync(cancellationToken);
        var items = (await db.Set<ProjectListItem>().AsNoTracking().Where(item => item.AccountId == account && item.ProjectId == id)
            .OrderBy(item => item.Index).ToListAsync(cancellationToken)).ToLookup(item => item.DocumentId);
        var accesses = await db.Set<ProjectAccess>().AsNoTracking().Where(access => access.AccountId == account && access.ProjectId == id)
            .OrderBy(access => access.HandedOverAt).ToListAsync(cancellationToken);
        var requests = await db.Set<ProjectRequest>().AsNoTracking().Where(request => request.AccountId == account && request.ProjectId == id)
            .OrderByDescending(request => request.AskedAt).ToListAsync(cancellationToken);
        var tasks = await db.Set<ProjectTask>().AsNoTracking().Where(task => task.AccountId == account && task.ProjectId == id)
            .ToDictionaryAsync(task => task.Key, cancellationToken);
        var tickets = await db.Set<ProjectTicket>().AsNoTracking().Where(ticket => ticket.AccountId == account && ticket.ProjectId == id)
            .OrderByDescending(ticket => ticket.OpenedAt).ToListAsync(cancellationToken);
        var files = (await db.Set<Attachment>().AsNoTracking().Where(file => file.AccountId == account && file.ProjectId == id)
            .OrderBy(file => file.UploadedAt).ToListAsync(cancellationToken)).ToLookup(file => file.GivenInputId?.Value ?? file.ProjectDocumentId?.Value ?? Guid.Empty);
        List<UserId> ids = [.. messages.Select(message => message.AuthorId), .. accesses.Where(access => access.SeenBy is not null).Select(access => access.SeenBy!.Value), .. inputs.Select(input => input.GivenBy), .. tasks.Values.Select(task => task.WorkedBy).OfType<UserId>()];
        var people = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id.Value, user => user.DisplayName, cancellationToken);
        return new ProjectView(
            current,
            ProjectReport.Of(current.Terms, current.State, now),
            ProjectDays.Of(current.Terms, current.State, now),
            await db.Set<Order>().Where(order => order.AccountId == account && order.Id == row.OrderId).Select(order => order.Reference).SingleAsync(cancellationToken),
            inputs,
            messages,
            [.. documents.Select(document => new ProjectDocumentView(document, [.. items[document.Id]]))],
            accesses,
            requests,
            await ProjectRequestReader.LinksAsync(db, account, requests, tickets, cancellationToken),
            tickets,
            row.OriginalId is { } original
                ? await db.Set<Project>().Where(other => other.AccountId == account && other.Id == original).Select(other => other.Number).SingleAsync(cancellationToken)
                : null,
            tasks,
            files,
            people,
            now,
            await EventLogReader.LastSequenceAsync(db, account, EventStream.Customer, cancellationToken));
    }
}

/// <summary>A project in a list.</summary>
/// <param name="Current">The project.</param>
/// <param name="Report">How it goes.</param>
/// <param name="Account">Whose it is, for staff; null for the customer itself.</param>
public sealed record ProjectLine(CurrentProject Current, ProjectReport Report, Account? Account)
{
    /// <summary>Number of the project whose extra work it is; null for one that was ordered by itself, and for staff.</summary>
    public int? Original { get; init; }

    /// <summary>Whether something waits for the customer; nothing does where the project ended, or stands still with sales.</summary>
    public bool WaitsForCustomer => Current.State is { CompletedAt: null, Suspension: null or { Cause: SuspensionCause.NoAnswer } }
        && Report.Waits.Any(wait => wait.Owner == StageOwner.Customer);
}

/// <summary>A project as staff see it.</summary>
/// <param name="View">What both sides see.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Notes">What staff wrote among themselves, the latest first.</param>
public sealed record DeskProject(ProjectView View, Account Account, IReadOnlyList<ProjectNote> Notes);
