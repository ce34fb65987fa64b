using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Search;

/// <summary>Search over tickets.</summary>
[QueryType]
public static class SearchQueries
{
    /// <summary>
    /// Tickets in which all the words are found, in the number and subject alone or together with one message; the one where they were written last
    /// comes first. Capitals and accents do not matter; words in quotation marks have to stand side by side; of the last word its beginning is
    /// enough. Customers find tickets of their account, staff every ticket, by notes among staff too.
    /// </summary>
    /// <param name="text">The words; more than 200 characters are not read. Nothing is found without a word.</param>
    /// <param name="olderThan">
    /// Goes on with a search with the same words: the `older` of its hits. Null to begin with the latest; nothing is found behind any other text.
    /// </param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="search">Finds them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 50)]
    [Authorize(Scopes = [TicketScopes.Read])]
    public static async Task<IReadOnlyList<TicketHit>> SearchTicketsAsync(
        string text,
        string? olderThan,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        TicketSearch search,
        CancellationToken cancellationToken) =>
        SearchReach.Of(viewer) is { } reach && (olderThan is null ? SearchPosition.Start : SearchPosition.Read(olderThan)) is { } before
            ? (await search.FindAsync(reach, SearchText.Parse(text), before, cancellationToken)).Tickets
            : [];
}

/// <summary>A ticket in which the words are found.</summary>
[ObjectType<TicketHit>("TicketSearchHit")]
public static class TicketHitType
{
    public static void Configure(GraphQL.Types.Descriptors.IObjectTypeDescriptor<TicketHit> descriptor) => descriptor.BindFieldsExplicitly();

    /// <summary>The ticket; null when it has been removed.</summary>
    public static Task<Ticket?> TicketAsync([Parent] TicketHit hit, TicketByKeyDataLoader tickets, CancellationToken cancellationToken) =>
        tickets.LoadAsync(hit.Key, cancellationToken);

    /// <summary>
    /// What `olderThan` takes to go on with the search, the same in all hits of an answer; null when there is no more. One search looks at the latest
    /// 1 000 subjects and messages with the words; a ticket can be found again, by an older message.
    /// </summary>
    public static string? Older([Parent] TicketHit hit) => hit.Older?.ToString();

    /// <summary>In what the words are found; null when the ticket has been removed.</summary>
    public static async Task<SearchPlace?> PlaceAsync([Parent] TicketHit hit, TicketFoundDataLoader found, CancellationToken cancellationToken) =>
        (await found.LoadAsync(hit, cancellationToken))?.Place;

    /// <summary>The message or note with the words; null where only the subject has them.</summary>
    [ID]
    public static async Task<Guid?> MessageIdAsync([Parent] TicketHit hit, TicketFoundDataLoader found, CancellationToken cancellationToken) =>
        (await found.LoadAsync(hit, cancellationToken))?.MessageId?.Value;

    /// <summary>A piece of that message or note around the words, as plain text; null where only the subject has them.</summary>
    public static async Task<string?> ExcerptAsync([Parent] TicketHit hit, TicketFoundDataLoader found, CancellationToken cancellationToken) =>
        (await found.LoadAsync(hit, cancellationToken))?.Excerpt?.Plain;

    /// <summary>The same piece as HTML that is safe to show, the words in `mark` elements.</summary>
    public static async Task<string?> ExcerptHtmlAsync([Parent] TicketHit hit, TicketFoundDataLoader found, CancellationToken cancellationToken) =>
        (await found.LoadAsync(hit, cancellationToken))?.Excerpt?.HtmlText;

    /// <summary>The subject as HTML that is safe to show, the words in `mark` elements; null when the ticket has been removed.</summary>
    public static async Task<string?> SubjectHtmlAsync([Parent] TicketHit hit, TicketFoundDataLoader found, CancellationToken cancellationToken) =>
        (await found.LoadAsync(hit, cancellationToken))?.Subject.HtmlText;
}

/// <summary>What is shown of hits.</summary>
public sealed class TicketFoundDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, TicketSearch search)
    : BatchDataLoader<TicketHit, TicketFound?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<TicketHit, TicketFound?>> LoadBatchAsync(
        IReadOnlyList<TicketHit> keys, CancellationToken cancellationToken)
    {
        var found = (await search.ReadAsync(keys, cancellationToken)).ToDictionary(ticket => ticket.Ticket.Key);
        return keys.ToDictionary(key => key, key => found.GetValueOrDefault(key.Key));
    }
}
