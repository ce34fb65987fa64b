using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>What staff do to a notice runs here: in its account's transaction, with the notice and its order as they stand.</summary>
public sealed class NoticeTransactions(AccountTransactions transactions)
{
    /// <summary>For anybody but staff there is no such notice (COM-06).</summary>
    internal Task<Result<T>> RunAsync<T>(
        NoticeKey key, Viewer staff, Func<AccountScope, PaymentNotice, Order, CancellationToken, Task<Result<T>>> action, CancellationToken cancellationToken) =>
        staff.IsStaff
            ? transactions.RunAsync<T>(
                key.AccountId,
                async (scope, token) =>
                {
                    var (account, id) = (key.AccountId, key.Id);
                    if (await scope.Db.Set<PaymentNotice>().SingleOrDefaultAsync(row => row.AccountId == account && row.Id == id, token) is not { } notice)
                    {
                        return new NotFound("notice");
                    }

                    var orderId = notice.OrderId;
                    var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == account && row.Id == orderId, token);
                    return await action(scope, notice, order, token);
                },
                cancellationToken)
            : Task.FromResult<Result<T>>(new NotFound("notice"));
}
