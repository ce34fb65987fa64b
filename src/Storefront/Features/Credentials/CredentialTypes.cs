using System.Collections.Immutable;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.Features.Credentials;

/// <summary>What opens a system of the customer, without what it hides.</summary>
[ObjectType<CredentialView>("Credential")]
public static class CredentialType
{
    public static void Configure(IObjectTypeDescriptor<CredentialView> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(credential => credential.Name);
        descriptor.Field(credential => credential.Address);
        descriptor.Field(credential => credential.StoredAt);
    }

    /// <summary>The id by which mutations name it.</summary>
    [ID]
    public static Guid Id([Parent] CredentialView credential) => credential.Id.Value;

    /// <summary>Numbers of the tickets whose staff may see it, in order.</summary>
    public static ImmutableArray<int> TicketNumbers([Parent] CredentialView credential) => credential.Tickets;
}

/// <summary>A credential that the staff of a ticket may ask to see.</summary>
[ObjectType<SharedCredential>("SharedCredential")]
public static class SharedCredentialType
{
    public static void Configure(IObjectTypeDescriptor<SharedCredential> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(credential => credential.Name);
        descriptor.Field(credential => credential.Address);
    }

    /// <summary>The id by which mutations name it.</summary>
    [ID]
    public static Guid Id([Parent] SharedCredential credential) => credential.Id.Value;
}

/// <summary>One time that a credential was shown to staff.</summary>
[ObjectType<CredentialRevealView>("CredentialReveal")]
public static class CredentialRevealType
{
    public static void Configure(IObjectTypeDescriptor<CredentialRevealView> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(reveal => reveal.CredentialName);
        descriptor.Field(reveal => reveal.At);
    }

    /// <summary>Number of the ticket for which it was.</summary>
    public static int TicketNumber([Parent] CredentialRevealView reveal) => reveal.Ticket;

    /// <summary>Who saw it.</summary>
    public static string StaffName([Parent] CredentialRevealView reveal) => reveal.Staff;
}

/// <summary>The safe of an account.</summary>
[ExtendObjectType<AccountView>]
public static class AccountCredentials
{
    private const int MostReveals = 200;

    /// <summary>The credentials that the account stored, by name; their secrets cannot be read here.</summary>
    [Authorize(Scopes = [TicketScopes.Read])]
    [Cost(10)]
    public static Task<IReadOnlyList<CredentialView>> CredentialsAsync(
        [Parent] AccountView account, CredentialReader reader, CancellationToken cancellationToken) =>
        reader.ListAsync(account.AccountId, cancellationToken);

    /// <summary>When staff were shown one of the credentials, the latest first; at most 200.</summary>
    [Authorize(Scopes = [TicketScopes.Read])]
    [Cost(10)]
    public static Task<IReadOnlyList<CredentialRevealView>> CredentialRevealsAsync(
        [Parent] AccountView account, CredentialReader reader, CancellationToken cancellationToken) =>
        reader.RevealsAsync(account.AccountId, MostReveals, cancellationToken);
}

/// <summary>What was shared with a ticket.</summary>
[ExtendObjectType<Ticket>]
public static class TicketCredentialFields
{
    /// <summary>The credentials that are shared with the ticket, whose staff may ask to see them; by name.</summary>
    [Cost(10)]
    public static async Task<IReadOnlyList<SharedCredential>> CredentialsAsync(
        [Parent] Ticket ticket, TicketCredentialsDataLoader credentials, CancellationToken cancellationToken) =>
        await credentials.LoadAsync(ticket.Key, cancellationToken) ?? [];
}

/// <summary>What is shared with tickets, all of a page's at once.</summary>
public sealed class TicketCredentialsDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, CredentialReader reader)
    : GroupedDataLoader<TicketKey, SharedCredential>(scheduler, options)
{
    protected override Task<ILookup<TicketKey, SharedCredential>> LoadGroupedBatchAsync(IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken) =>
        reader.OfTicketsAsync(keys, cancellationToken);
}
