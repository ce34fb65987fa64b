using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Hosting.Viewers;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Accounts;

/// <summary>A customer company as it sees itself.</summary>
/// <remarks>Features add their fields with <c>[ExtendObjectType&lt;AccountView&gt;]</c> and read <see cref="AccountId"/> from the parent.</remarks>
[ObjectType("Account")]
public sealed class AccountView(Account account)
{
    [GraphQLIgnore]
    public AccountId AccountId => account.Id;

    /// <summary>The account's id, opaque.</summary>
    public Guid Id => account.Id.Value;

    /// <summary>The company's name.</summary>
    public string Name => account.Name;

    /// <summary>The language of what is sent to the account as a whole, as a BCP 47 tag.</summary>
    public string Language => account.Language;

    /// <summary>When it was opened.</summary>
    public Instant CreatedAt => account.CreatedAt;

    /// <summary>What has happened to the account, in order: what `accountEvents` tells live.</summary>
    /// <param name="log">The log.</param>
    /// <param name="after">Only what came after that sequence; null for all.</param>
    /// <param name="first">At most so many, from 1 to 200.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [ListSize(SlicingArguments = ["first"], SlicingArgumentDefaultValue = 50, RequireOneSlicingArgument = false)]
    public async Task<IReadOnlyList<AccountStreamEvent>> EventsAsync(
        EventLogReader log, long? after, int first = 50, CancellationToken cancellationToken = default)
    {
        var stored = await log.ReadAsync(AccountId, EventStream.Customer, after ?? 0, ticket: null, Math.Clamp(first, 1, EventLogReader.MostAtOnce), cancellationToken);
        return [.. stored.Select(happened => new AccountActivityEvent(happened))];
    }
}

/// <summary>Who asks.</summary>
[ObjectType("Viewer")]
public sealed class ViewerView(Viewer viewer)
{
    /// <summary>The person's name.</summary>
    public string Name => viewer.Name;

    /// <summary>The person's e-mail address.</summary>
    public string Email => viewer.Email;

    /// <summary>Whether the person works on the desk.</summary>
    public bool IsStaff => viewer.IsStaff;

    /// <summary>What the person may do in the account; null for staff.</summary>
    public MemberRole? Role => viewer.Role;

    /// <summary>The token's scopes, such as `tickets:read`; null for a session, which may do whatever the person may.</summary>
    public IReadOnlyList<string>? Scopes => viewer.Token?.Scopes.ToList();

    /// <summary>The account that is looked at; null for staff.</summary>
    public Task<AccountView?> AccountAsync(AccountByIdDataLoader accounts, CancellationToken cancellationToken) =>
        viewer.AccountId is { } id ? accounts.LoadAsync(id, cancellationToken) : Task.FromResult<AccountView?>(null);
}

/// <summary>Accounts by id.</summary>
public sealed class AccountByIdDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : BatchDataLoader<AccountId, AccountView?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<AccountId, AccountView?>> LoadBatchAsync(IReadOnlyList<AccountId> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Account>().AsNoTracking().Where(account => keys.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, AccountView? (account) => new AccountView(account), cancellationToken);
    }
}

/// <summary>Who asks, and its account.</summary>
[QueryType]
public static class AccountQueries
{
    /// <summary>Who asks; null when nobody is signed in.</summary>
    public static ViewerView? Viewer([GlobalState(ApiViewer.Key)] Viewer? viewer) => viewer is null ? null : new ViewerView(viewer);

    /// <summary>The viewer's account; null when nobody is signed in, and for staff.</summary>
    public static Task<AccountView?> AccountAsync(
        [GlobalState(ApiViewer.Key)] Viewer? viewer, AccountByIdDataLoader accounts, CancellationToken cancellationToken) =>
        viewer?.AccountId is { } id ? accounts.LoadAsync(id, cancellationToken) : Task.FromResult<AccountView?>(null);
}

/// <summary>Accounts by id.</summary>
[ExtendObjectType<AccountView>]
public static class AccountNodes
{
    [NodeResolver]
    public static Task<AccountView?> FindAccountAsync(
        Guid id, [GlobalState(ApiViewer.Key)] Viewer? viewer, AccountByIdDataLoader accounts, CancellationToken cancellationToken) =>
        viewer is not null && (viewer.IsStaff || viewer.AccountId?.Value == id)
            ? accounts.LoadAsync(new AccountId(id), cancellationToken)
            : Task.FromResult<AccountView?>(null);
}
