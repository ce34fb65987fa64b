using System.Globalization;
using NodaTime;
using Storefront.Domain.Payments;
using Storefront.Features.Payments.Gateways;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Payments.Refunds;

/// <summary>Takes up a refund that was put down and, for whatever reason, not sent.</summary>
internal sealed class SendRefund(RefundSender sender) : IDueWorkHandler
{
    /// <summary>Its subject is the refund's id.</summary>
    public const string DueWorkKind = "payment.send-refund";

    /// <summary>Whoever asked for it sends it at once, and is given the time.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(2);

    internal static string KeyOf(RefundId refund) => $"refund:{refund.Value:N}";

    internal static Task ScheduleAsync(AccountScope scope, RefundId refund, CancellationToken cancellationToken) =>
        scope.ScheduleAsync(DueWorkKind, KeyOf(refund), scope.Now + Patience, scope.AccountId, refund.ToString(), cancellationToken);

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var refund = new RefundId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        if ((await sender.SendAsync(new RefundKey(work.AccountId!.Value, refund), cancellationToken)).Refusal is RefundUnavailable)
        {
            throw new InvalidOperationException($"The refund {refund} could not be sent.");
        }
    }
}
