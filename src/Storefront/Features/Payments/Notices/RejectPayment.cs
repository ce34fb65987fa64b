using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments.Notices;

/// <summary>Staff did not find the money: the customer reads why, and can tell again.</summary>
public sealed class RejectPayment(NoticeTransactions notices, NoticeMails mails)
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 500;

    public Task<Result<PaymentNotice>> HandleAsync(NoticeKey key, string? reason, Viewer staff, CancellationToken cancellationToken) =>
        notices.RunAsync<PaymentNotice>(
            key,
            staff,
            async (scope, notice, order, token) =>
            {
                var why = reason?.Trim() ?? "";
                if (why.Length is 0 or > LongestReason || why.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r' or '\t')))
                {
                    return new RejectionReasonMissing(LongestReason);
                }

                if (!notice.State.Reject().TryGet(out var rejected, out var refusal))
                {
                    return refusal;
                }

                (notice.Status, notice.DecidedAt, notice.DecidedBy, notice.Reason) = (rejected.Status, scope.Now, staff.UserId, why);
                scope.Append(new PaymentNoticeRejected(notice.Id, order.Id));
                await mails.RejectedAsync(scope, notice, order, token);
                return notice;
            },
            cancellationToken);
}
