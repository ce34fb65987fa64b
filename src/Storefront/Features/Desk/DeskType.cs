using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.Features.Desk;

/// <summary>Where the house works: all accounts, for staff only.</summary>
[ObjectType("Desk")]
public sealed class DeskView(DeskQueueReader reader)
{
    /// <summary>What is unfinished, in order.</summary>
    public DeskQueueView Queue(Store.BusinessClock clock) => new(clock.GetCurrentInstant());

    /// <summary>The tickets that fit, those to be dealt with next first; of finished ones the latest.</summary>
    /// <param name="show">Which of the tickets.</param>
    /// <param name="viewer">Who asks: some are about the viewer's own.</param>
    /// <param name="search">A number, or words of the subject or the customer's name; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [ListSize(AssumedSize = 100)]
    public async Task<IReadOnlyList<DeskEntry>> TicketsAsync(
        DeskFilter show, [GlobalState(Api.ApiViewer.Key)] Hosting.Viewers.Viewer viewer, string? search, CancellationToken cancellationToken)
    {
        var entries = show == DeskFilter.Done
            ? await reader.ReadDoneAsync(cancellationToken)
            : (await reader.ReadAsync(cancellationToken)).Entries.Where(entry => entry.Fits(show, viewer.UserId));
        return [.. DeskQueueReader.Search(entries, search)];
    }

    /// <summary>A ticket of any account by its number; null when there is none.</summary>
    /// <param name="number">The number that people call it by.</param>
    /// <param name="tickets">Finds whose it is.</param>
    /// <param name="loader">Reads it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Ticket?> TicketAsync(int number, TicketReader tickets, TicketByKeyDataLoader loader, CancellationToken cancellationToken) =>
        await tickets.FindForStaffAsync(number, cancellationToken) is { } key ? await loader.LoadAsync(key, cancellationToken) : null;

    /// <summary>The notes among staff on a ticket, in order; customers never see them.</summary>
    /// <param name="number">The ticket's number.</param>
    /// <param name="tickets">Reads them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [ListSize(AssumedSize = 20)]
    public async Task<IReadOnlyList<StaffNoteView>> NotesAsync(int number, DeskTicketReader tickets, CancellationToken cancellationToken) =>
        await tickets.FindNotesAsync(number, cancellationToken);

    /// <summary>Customers by name, fifty at a time.</summary>
    /// <param name="accounts">Reads them.</param>
    /// <param name="search">Words of the name, or of a member's name or e-mail address; null for all.</param>
    /// <param name="page">Which fifty, from 0.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [ListSize(AssumedSize = DeskAccountReader.PageSize)]
    public async Task<IReadOnlyList<DeskAccountLine>> AccountsAsync(
        DeskAccountReader accounts, string? search, int page = 0, CancellationToken cancellationToken = default) =>
        (await accounts.ListAsync(search, Math.Clamp(page, 0, 10_000), cancellationToken)).Lines;

    /// <summary>How much needs somebody's attention.</summary>
    /// <param name="operations">Counts what went wrong.</param>
    /// <param name="lists">Counts tickets.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<DeskAttention> AttentionAsync(
        OperationsReader operations, Lists.DeskListReader lists, [GlobalState(Api.ApiViewer.Key)] Hosting.Viewers.Viewer viewer, CancellationToken cancellationToken) =>
        await operations.CountAsync(await lists.CountAsync(viewer.UserId, cancellationToken), cancellationToken);
}

/// <summary>The house's queue at a moment.</summary>
/// <param name="At">When it was read or changed.</param>
[ObjectType("DeskQueue")]
public sealed record DeskQueueView(Instant At)
{
    /// <summary>What is in progress, then the queue, then what waits and what is scheduled; each by class, then arrival.</summary>
    [ListSize(AssumedSize = 100)]
    public async Task<IReadOnlyList<DeskEntry>> EntriesAsync(DeskQueueReader reader, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(cancellationToken)).Entries;
}

/// <summary>A ticket as a line of the desk.</summary>
[ObjectType<DeskEntry>("DeskEntry")]
public static class DeskEntryType
{
    public static void Configure(IObjectTypeDescriptor<DeskEntry> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(entry => entry.Ticket).Description("The ticket.");
        descriptor.Field(entry => entry.Account).Description("Its customer.");
        descriptor.Field(entry => entry.NeedsClass).Description("Whether the house still has to decide its class.");
        descriptor.Field(entry => entry.Assignee).Description("Name of who took it; null when nobody did.");
        descriptor.Field(entry => entry.AsksForPriority).Description("Whether its customer asked for priority.");
        descriptor.Field(entry => entry.Urgency).Description("How soon its next promise has to be looked at.");
    }

    /// <summary>Its place in the queue, from 1; null when it does not wait to be begun.</summary>
    public static int? Position([Parent] DeskEntry entry) => entry.Place?.Position;

    /// <summary>The promise that has to be looked at next; null when there is none left to keep.</summary>
    public static TicketTargetView? NextTarget([Parent] DeskEntry entry, Handbook handbook, Store.BusinessClock clock) =>
        entry.Next is { } next ? TicketTargetView.Of(next, handbook.Calendar, clock.GetCurrentInstant()) : null;
}

/// <summary>A customer as the desk's lists name it.</summary>
[ObjectType<DeskAccount>("DeskAccount")]
public static class DeskAccountType
{
    public static void Configure(IObjectTypeDescriptor<DeskAccount> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(account => account.Name).Description("Its name.");
        descriptor.Field(account => account.AvailableMinutes).Description("What is left of its hours.");
        descriptor.Field(account => account.IsDelicate).Description("Whether staff marked it as delicate; the customer never sees it.");
    }

    /// <summary>Its plan; null without a subscription that runs.</summary>
    public static Plan? Plan([Parent] DeskAccount account, Handbook handbook) => account.PlanKey is { } key ? handbook.Plans.Find(key) : null;

    /// <summary>The account with all that is read of it.</summary>
    public static Task<AccountView?> Account([Parent] DeskAccount account, AccountByIdDataLoader accounts, CancellationToken cancellationToken) =>
        accounts.LoadAsync(account.Id, cancellationToken);
}

/// <summary>A customer in the desk's list.</summary>
[ObjectType<DeskAccountLine>("DeskAccountLine")]
public static class DeskAccountLineType
{
    public static void Configure(IObjectTypeDescriptor<DeskAccountLine> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(line => line.Account).Description("The customer.");
        descriptor.Field(line => line.Status).Description("Where its subscription stands; null without one.");
        descriptor.Field(line => line.OpenTickets).Description("How many of its tickets are not finished.");
    }
}

/// <summary>How much needs somebody's attention.</summary>
[ObjectType<DeskAttention>("DeskAttention")]
public static class DeskAttentionType
{
    public static void Configure(IObjectTypeDescriptor<DeskAttention> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(attention => attention.UnconfirmedClasses).Description("Tickets whose class is only proposed.");
        descriptor.Field(attention => attention.MissedTargets).Description("Tickets with a promise that was not kept and still is to be.");
        descriptor.Field(attention => attention.TargetsSoon).Description("Tickets with a promise in the last quarter of its time.");
        descriptor.Field(attention => attention.FailedWork).Description("Messages from Stripe and planned tasks that failed.");
        descriptor.Field(attention => attention.PaymentProblems).Description("Payments that failed or settle nothing, of the last thirty days.");
    }
}

/// <summary>A note among staff; customers never see it.</summary>
[ObjectType<StaffNoteView>("StaffNote")]
public static class StaffNoteType
{
    public static void Configure(IObjectTypeDescriptor<StaffNoteView> descriptor)
    {
        descriptor.Description("A note among staff on a ticket; customers never see it.").BindFieldsExplicitly();
        descriptor.Field(note => note.Author).Description("Who wrote it; empty for somebody who was erased.");
    }

    /// <summary>The note's id.</summary>
    [ID]
    public static Guid Id([Parent] StaffNoteView note) => note.Note.Id.Value;

    /// <summary>The text in Markdown, as it was written.</summary>
    public static string Body([Parent] StaffNoteView note) => note.Note.Body;

    /// <summary>When it was written.</summary>
    public static Instant At([Parent] StaffNoteView note) => note.Note.At;
}
