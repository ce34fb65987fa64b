using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Invoices;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.Features.Payments.Credits;

/// <summary>A line of an account's credit.</summary>
[ObjectType<CreditEntry>("CreditEntry")]
public static class CreditType
{
    public static void Configure(IObjectTypeDescriptor<CreditEntry> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(entry => entry.Cause).Description("Why the credit changed.");
        descriptor.Field(entry => entry.Amount).Description("What was added or, negative, taken.");
        descriptor.Field(entry => entry.At).Description("When.");
    }

    /// <summary>What was left in its currency after it.</summary>
    public static Money After([Parent] CreditEntry entry) => entry.Amount with { MinorUnits = entry.BalanceAfterMinorUnits };

    /// <summary>The order that was paid too much for, that it paid or that it came back from; null for none.</summary>
    public static async Task<string?> OrderReferenceAsync([Parent] CreditEntry entry, OrderReferenceDataLoader orders, CancellationToken cancellationToken) =>
        entry.OrderId is { } order ? await orders.LoadAsync((entry.AccountId, order), cancellationToken) : null;
}

/// <summary>Where an account's credit came from and went.</summary>
[ExtendObjectType<AccountView>]
public static class AccountCredits
{
    /// <summary>What changed the account's credit, the latest first.</summary>
    [UsePaging(Keys = [$"{nameof(CreditEntry.Sequence)} desc"], DefaultPageSize = 20, MaxPageSize = 100)]
    [Authorize(Scopes = ["billing:read"])]
    public static IQueryable<CreditEntry> CreditEntries([Parent] AccountView account, ListContexts contexts) =>
        contexts.Create().Set<CreditEntry>().AsNoTracking().Where(entry => entry.AccountId == account.AccountId);
}
