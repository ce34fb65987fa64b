using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Meetings;
using Storefront.Features.Members;
using Storefront.Features.Projects;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Leaving.Erasure;

/// <summary>
/// Removes an account's personal data on an owner's wish (FLU-25): names, texts, files, accesses and sign-ins go; ledger, orders, payments and
/// the trail of events stay, by ids and numbers. A second time it does nothing.
/// </summary>
public sealed class EraseAccount(
    AccountTransactions transactions,
    SubscriptionStore subscriptions,
    SubscriptionLifecycle lifecycle,
    ProjectLifecycle projects,
    ErasurePreviewReader preview,
    Handbook handbook,
    IStringLocalizer<LeavingTexts> texts)
{
    /// <param name="viewer">An owner.</param>
    /// <param name="confirmation">The account's name, as it was typed.</param>
    /// <param name="cancellationToken">Stops it before anything is gone.</param>
    public async Task<Result<Done>> HandleAsync(Viewer viewer, string? confirmation, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        return viewer.IsAtLeast(MemberRole.Owner)
            ? await transactions.RunAsync(account, (scope, token) => EraseAsync(scope, viewer, confirmation, token), cancellationToken)
            : new OwnersOnly();
    }

    private async Task<Result<Done>> EraseAsync(AccountScope scope, Viewer viewer, string? confirmation, CancellationToken cancellationToken)
    {
        if (scope.Account.ErasedAt is not null)
        {
            return Done.Value;
        }

        if (!(await MemberBook.OpenForOwnerAsync(scope, viewer, cancellationToken)).TryGet(out var book, out var refused))
        {
            return refused;
        }

        if (!string.Equals(confirmation?.Trim(), scope.Account.Name.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return new ConfirmationDiffers();
        }

        if (await preview.FindObstacleAsync(scope.Db, scope.AccountId, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        await EndAsync(scope, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        await PeopleAsync(scope, cancellationToken);
        await AccountRows.RemoveAsync(scope.Db, scope.AccountId, cancellationToken);
        await AccountRows.EmptyAsync(scope.Db, scope.AccountId, cancellationToken);
        await ProjectRows.EmptyAsync(scope.Db, scope.AccountId, cancellationToken);
        await AccountRows.EmptyWebhooksAsync(scope.Db, scope.Account, cancellationToken);
        scope.Account.Name = ErasureWords.Account(handbook, texts, scope.AccountId);
        scope.Account.ErasedAt = scope.Now;
        scope.Append(new AccountErased(book.Self.UserId));
        if (scope.Account.StripeCustomerId is { } customer)
        {
            await EraseAtStripe.ScheduleAsync(scope, customer, cancellationToken);
        }

        return Done.Value;
    }

    /// <summary>What would go on by itself, or wait for somebody who is gone.</summary>
    private async Task EndAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken) is { } running)
        {
            await lifecycle.EndAsync(scope, running.Row.Id, cancellationToken);
        }

        var open = await scope.Db.Set<Order>().Where(row => row.AccountId == scope.AccountId && row.Status == OrderStatus.AwaitingPayment).ToListAsync(cancellationToken);
        foreach (var order in open.Where(order => order.Purpose != OrderPurpose.Overage))
        {
            if (order.ToDomain().Cancel(scope.Now).TryGet(out var canceled, out _))
            {
                order.Update(canceled);
                scope.Append(new OrderWithdrawn(order.Id));
            }
        }

        await projects.LeaveAsync(scope, cancellationToken);
        await scope.Db.Set<Meeting>().Where(row => row.AccountId == scope.AccountId && row.Status == MeetingStatus.Booked && row.StartsAt > scope.Now)
            .ExecuteUpdateAsync(row => row.SetProperty(meeting => meeting.Status, MeetingStatus.Canceled).SetProperty(meeting => meeting.CanceledAt, scope.Now), cancellationToken);
    }

    /// <summary>Its people leave. Who belongs to another account as well stays who it is there.</summary>
    private async Task PeopleAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var name = ErasureWords.Person(handbook, texts);
        var people = await (
            from user in scope.Db.Users
            where scope.Db.Set<Member>().Any(member => member.AccountId == scope.AccountId && member.UserId == user.Id)
                && !scope.Db.Set<Member>().Any(member => member.AccountId != scope.AccountId && member.UserId == user.Id)
                && !scope.Db.UserRoles.Any(given => given.UserId == user.Id)
            select user).ToListAsync(cancellationToken);
        await scope.Db.Set<Member>().Where(row => row.AccountId == scope.AccountId).ExecuteDeleteAsync(cancellationToken);
        foreach (var person in people)
        {
            await PersonRows.EraseAsync(scope.Db, person, name, cancellationToken);
        }
    }
}
