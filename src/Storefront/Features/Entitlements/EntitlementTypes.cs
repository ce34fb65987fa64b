using System.Globalization;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Entitlements;

/// <summary>Something that an account's plan includes besides hours.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Text">What it is, in the reader's language.</param>
/// <param name="Provides">What the house arranges because of it; null where it is only said.</param>
[ObjectType("AccountEntitlement")]
public sealed record AccountEntitlementView(string Key, string Text, PlanService? Provides);

/// <summary>What an account has beside hours.</summary>
[ExtendObjectType<AccountView>]
public static class AccountEntitlementFields
{
    /// <summary>What the plan includes besides hours, as it was sold.</summary>
    [ListSize(AssumedSize = 12)]
    public static async Task<IReadOnlyList<AccountEntitlementView>> EntitlementsAsync(
        [Parent] AccountView account, EntitlementReader reader, CancellationToken cancellationToken) =>
        [.. (await reader.ReadAsync(account.AccountId, cancellationToken)).Included
            .Select(entitlement => new AccountEntitlementView(entitlement.Key, entitlement.Text.In(CultureInfo.CurrentUICulture), entitlement.Provides))];

    /// <summary>Who looks after the account, by name, where the plan includes somebody; null while nobody does.</summary>
    public static async Task<string?> AssignedContactAsync([Parent] AccountView account, EntitlementReader reader, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(account.AccountId, cancellationToken)).Contact;

    /// <summary>Where the account's own channel is, where the plan includes one; null while there is none.</summary>
    public static async Task<string?> DirectChannelAsync([Parent] AccountView account, EntitlementReader reader, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(account.AccountId, cancellationToken)).DirectChannel;
}

/// <summary>Marks of accounts, each account's latest first.</summary>
public sealed class AccountMarksDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, EntitlementReader reader)
    : GroupedDataLoader<AccountId, AccountMarkView>(scheduler, options)
{
    protected override Task<ILookup<AccountId, AccountMarkView>> LoadGroupedBatchAsync(IReadOnlyList<AccountId> keys, CancellationToken cancellationToken) =>
        reader.MarksAsync(keys, cancellationToken);
}

/// <summary>What only staff know of an account.</summary>
[ExtendObjectType<DeskAccount>]
public static class DeskAccountMarks
{
    /// <summary>Who marked it as delicate or took the mark away, and why; the latest first.</summary>
    [ListSize(AssumedSize = 5)]
    public static async Task<IReadOnlyList<AccountMarkView>> MarksAsync(
        [Parent] DeskAccount account, AccountMarksDataLoader loader, CancellationToken cancellationToken) =>
        [.. await loader.LoadAsync(account.Id, cancellationToken) ?? []];
}

/// <summary>What staff arrange for an account, as programs ask for it.</summary>
[MutationType]
[Error<NotFound>]
[Error<Domain.Tickets.TextNotValid>]
public static class EntitlementMutations
{
    /// <summary>Marks an account as delicate, or takes the mark away. The customer never sees it. For staff only.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="isDelicate">Whether it is delicate from now on.</param>
    /// <param name="reason">Why, up to 500 characters.</param>
    /// <param name="viewer">Who marks it.</param>
    /// <param name="action">The action.</param>
    /// <param name="accounts">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    public static async Task<Result<DeskAccount>> MarkAccountAsync(
        [ID("Account")] Guid accountId,
        bool isDelicate,
        string reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        MarkAccount action,
        DeskAccountReader accounts,
        CancellationToken cancellationToken)
    {
        var done = await action.HandleAsync(new AccountId(accountId), isDelicate, reason, viewer, cancellationToken);
        return done.Refusal is { } refusal ? refusal : (await accounts.FindAsync(new AccountId(accountId), cancellationToken))!;
    }

    /// <summary>Says who looks after an account and where its own channel is; the customer sees what its plan includes of it. For staff only.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="contactEmail">E-mail address of a member of staff; null for nobody.</param>
    /// <param name="directChannel">A link or a name, up to 300 characters; null for none.</param>
    /// <param name="viewer">Who arranges it.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Finds the member of staff.</param>
    /// <param name="accounts">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    public static async Task<Result<DeskAccount>> ArrangeCareAsync(
        [ID("Account")] Guid accountId,
        string? contactEmail,
        string? directChannel,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ArrangeCare action,
        EntitlementReader reader,
        DeskAccountReader accounts,
        CancellationToken cancellationToken)
    {
        var contact = contactEmail is null ? null : await reader.FindStaffAsync(contactEmail, cancellationToken);
        if (contactEmail is not null && contact is null)
        {
            return new NotFound("contact");
        }

        var done = await action.HandleAsync(new AccountId(accountId), contact, directChannel, viewer, cancellationToken);
        return done.Refusal is { } refusal ? refusal : (await accounts.FindAsync(new AccountId(accountId), cancellationToken))!;
    }
}
