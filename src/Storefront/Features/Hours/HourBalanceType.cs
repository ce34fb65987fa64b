using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Features.Accounts;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.Features.Hours;

/// <summary>An account's hours at an instant, in whole minutes.</summary>
[ObjectType<HourBalance>]
public static class HourBalanceType
{
    public static void Configure(IObjectTypeDescriptor<HourBalance> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(balance => balance.AsOf).Description("The instant.");
        descriptor.Field(balance => balance.AvailableMinutes).Description("The minutes that can be used.");
        descriptor.Field(balance => balance.HeldMinutes).Description("The minutes that approved quotes hold; they are not available.");
        descriptor.Field(balance => balance.AdvancedMinutes).Description("The minutes that were brought forward from the next period in the running one.");
        descriptor.Field(balance => balance.ToBeRepaidMinutes).Description("The minutes that are taken from the next grants if nothing more is used.");
        descriptor.Field(balance => balance.UsedMinutes).Description("The minutes of work in the running billing period.");
        descriptor.Field(balance => balance.Expiring).Description("What lapses next if nothing more is used; null when nothing is left.");
        descriptor.Field(balance => balance.Lots).Description("The lots of what can be used, the one that ends first first.");
        descriptor.Field(balance => balance.PeriodStart).Description("When the running billing period began; null when none runs.");
        descriptor.Field(balance => balance.PeriodEnd).Description("When it ends, exclusive; null when none runs.");
    }
}

/// <summary>Minutes that came together and end together.</summary>
[ObjectType<HourLot>]
public static class HourLotType
{
    public static void Configure(IObjectTypeDescriptor<HourLot> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(lot => lot.Source).Description("What they came from.");
        descriptor.Field(lot => lot.Minutes).Description("The minutes that the lot began with.");
        descriptor.Field(lot => lot.RemainingMinutes).Description("The minutes that are left of it.");
        descriptor.Field(lot => lot.GrantedAt).Description("When they came.");
        descriptor.Field(lot => lot.ExpiresAt).Description("Usable until then, exclusive.");
    }
}

/// <summary>An account's hours.</summary>
[ExtendObjectType<AccountView>]
public static class AccountHours
{
    /// <summary>The hours that are left, and what becomes of them.</summary>
    /// <param name="account">The account.</param>
    /// <param name="reader">Reads them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="asOf">As they stood at a past instant; now when it is not given or lies ahead.</param>
    [Authorize(Scopes = ["hours:read"])]
    public static Task<HourBalance> HourBalanceAsync(
        [Parent] AccountView account, HourReader reader, CancellationToken cancellationToken, Instant? asOf = null) =>
        reader.ReadAsync(account.AccountId, asOf, cancellationToken);

    /// <summary>The lines of the hour ledger, the last one first unless an order is given.</summary>
    [Authorize(Scopes = ["hours:read"])]
    [UsePaging(Keys = ["Sequence desc"], DefaultPageSize = 25, MaxPageSize = 100)]
    [UseFiltering(nameof(HourEntryRow.Kind), nameof(HourEntryRow.At), nameof(HourEntryRow.Minutes), nameof(HourEntryRow.Sequence))]
    [UseSorting(nameof(HourEntryRow.Sequence), nameof(HourEntryRow.At))]
    public static IQueryable<HourEntryRow> HourEntries([Parent] AccountView account, HourEntryQuery entries) => entries.Of(account.AccountId);
}
