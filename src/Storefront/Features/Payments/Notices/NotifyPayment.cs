using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Features.Checkout;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>
/// Takes a customer's word that it paid for an order (TEC-03). What cannot be true is refused; what the account itself told before is, too. That
/// another account showed the same proof is staff's to see and nobody else's.
/// </summary>
public sealed class NotifyPayment(AccountTransactions transactions, IDbContextFactory<StorefrontDb> contexts, Handbooks handbooks)
{
    private const string Operation = "payment.notify";

    public async Task<Result<PaymentNotice>> HandleAsync(NotifyPaymentInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var refusal))
        {
            return refusal;
        }

        var (reference, note) = (PaymentText.Clean(input.BankReference), PaymentText.Clean(input.Note));
        if ((PaymentText.CheckLine(reference, "bankReference", PaymentNotice.LongestReference)
            ?? PaymentText.CheckLines(note, "note", PaymentNotice.LongestNote)) is { } unfit)
        {
            return unfit;
        }

        var told = input with { BankReference = reference, Note = note, IdempotencyKey = null };
        var kept = await transactions.RunAsync(
            account,
            (scope, token) => scope.OnceAsync(
                Operation, input.IdempotencyKey ?? "", told, async () => (await KeepAsync(scope, told, viewer.UserId, token)).Map(notice => notice.Id), token),
            cancellationToken);
        if (!kept.TryGet(out var id, out var refused))
        {
            return refused is OrderExpired or OrderAlreadyPaid or OrderCanceled or OrderRefunded ? new OrderNotPayable(input.Reference ?? "") : refused;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<PaymentNotice>().AsNoTracking().SingleAsync(row => row.AccountId == account && row.Id == id, cancellationToken);
    }

    private async Task<Result<PaymentNotice>> KeepAsync(AccountScope scope, NotifyPaymentInput input, UserId by, CancellationToken cancellationToken)
    {
        var (house, account) = (handbooks.Present, scope.AccountId);
        if (await scope.Db.Set<Order>().SingleOrDefaultAsync(row => row.AccountId == account && row.Reference == input.Reference, cancellationToken) is not { } order)
        {
            return new NotFound("order");
        }

        if (house.FindPaymentMethod(order.PaymentMethod) is not { Kind: PaymentMethodKind.Offline, ConfirmedWithinBusinessHours: { } hours })
        {
            return new NoticeNotNeeded(order.Reference);
        }

        var (today, orderedOn) = (house.Calendar.DateOf(scope.Now), house.Calendar.DateOf(order.OrderedAt));
        var paidOn = input.PaidOn ?? today;
        var amount = PaymentNoticeRules.ReadAmount(input.Amount, input.Currency, order.Total.Currency);
        if (amount.Refusal is { } wrong)
        {
            return wrong;
        }

        if ((PaymentNoticeRules.CheckDate(paidOn, orderedOn, today).Refusal ?? CheckOrder(order, PaidAt(house, order, paidOn, scope.Now), scope.Now)) is { } impossible)
        {
            return impossible;
        }

        var proof = input.Proof is { } proofId
            ? await scope.Db.Set<Attachment>().SingleOrDefaultAsync(
                row => row.AccountId == account && row.Id == proofId && row.UploadedBy == by
                    && row.TicketId == null && row.ProjectId == null && row.PaymentNoticeId == null,
                cancellationToken)
            : null;
        if (input.Proof is not null && proof is null)
        {
            return new NotFound("attachment");
        }

        if (proof is not null && PaymentNoticeRules.CheckProof(proof.FileName, proof.ContentType).Refusal is { } noDocument)
        {
            return noDocument;
        }

        var notice = new PaymentNotice
        {
            AccountId = account,
            Id = PaymentNoticeId.New(scope.Now),
            Number = await scope.NextNumberAsync(HouseCounter.PaymentNotices, cancellationToken),
            OrderId = order.Id,
            Method = order.PaymentMethod,
            Amount = amount.Value,
            PaidOn = paidOn,
            BankReference = input.BankReference,
            ReferenceKey = PaymentNoticeRules.KeyOf(input.BankReference),
            Note = input.Note,
            ProofId = proof?.Id,
            ProofHash = proof is null ? null : Convert.ToHexStringLower(proof.Sha256),
            NotifiedBy = by,
            NotifiedAt = scope.Now,
            AnswerBy = house.Calendar.AddBusinessTime(scope.Now, Duration.FromHours(hours)),
            Status = PaymentNoticeStatus.Pending,
        };
        if (await SameAsync(scope, notice, cancellationToken) is { } known)
        {
            return new PaymentNotifiedAlready(known);
        }

        scope.Db.Add(notice);
        if (proof is not null)
        {
            proof.PaymentNoticeId = notice.Id;
            await scope.UnscheduleAsync(UploadAttachment.SweepKey(proof.Id), cancellationToken);
        }

        scope.Append(new PaymentNotified(notice.Id, order.Id, notice.Amount.MinorUnits, notice.Amount.Currency.Code));
        return notice;
    }

    /// <summary>The latest moment at which what the customer says can have happened: a payment in time counts, however late it is told.</summary>
    internal static Instant PaidAt(Handbook house, Order order, LocalDate paidOn, Instant toldAt) =>
        Instant.Max(order.OrderedAt, Instant.Min(toldAt, house.Zone.AtStartOfDay(paidOn.PlusDays(1)).ToInstant() - Duration.FromSeconds(1)));

    /// <summary>Money that came too late is told of all the same: it begins what was ordered, or becomes credit.</summary>
    private static Refusal? CheckOrder(Order order, Instant paidAt, Instant now)
    {
        var state = order.ToDomain().AsOf(now);
        return state.Status == OrderStatus.Expired ? null : state.EnsurePayable(paidAt).Refusal;
    }

    /// <summary>What the account told before, unless staff turned it down: by the same file or the same number, or word for word.</summary>
    private static async Task<long?> SameAsync(AccountScope scope, PaymentNotice notice, CancellationToken cancellationToken)
    {
        var standing = scope.Db.Set<PaymentNotice>()
            .Where(row => row.AccountId == scope.AccountId && row.Status != PaymentNoticeStatus.Rejected)
            .Where(row => (notice.ProofHash != null && row.ProofHash == notice.ProofHash)
                || (notice.ReferenceKey != null && row.ReferenceKey == notice.ReferenceKey && row.Method == notice.Method)
                || (notice.ProofHash == null && notice.ReferenceKey == null && row.ProofHash == null && row.ReferenceKey == null
                    && row.OrderId == notice.OrderId && row.PaidOn == notice.PaidOn && row.Amount.MinorUnits == notice.Amount.MinorUnits
                    && row.Status == PaymentNoticeStatus.Pending));
        return await standing.OrderBy(row => row.Number).Select(row => (long?)row.Number).FirstOrDefaultAsync(cancellationToken);
    }
}
