using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Desk;
using Storefront.Features.Invoices;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Tickets;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>What a customer says that it paid for an order.</summary>
[ObjectType<PaymentNotice>("PaymentNotice")]
public static class NoticeType
{
    public static void Configure(IObjectTypeDescriptor<PaymentNotice> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(notice => notice.Number).Description("The number that people call it by; unique in the house.");
        descriptor.Field(notice => notice.Method).Description("The payment method, by the house's key.");
        descriptor.Field(notice => notice.Amount).Description("What the customer says that it paid.");
        descriptor.Field(notice => notice.PaidOn).Description("On which day it says so.");
        descriptor.Field(notice => notice.BankReference).Description("The number that the bank gave it; null for none.");
        descriptor.Field(notice => notice.Note).Description("What the customer wrote with it; null for nothing.");
        descriptor.Field(notice => notice.Status).Description("Where it stands.");
        descriptor.Field(notice => notice.NotifiedAt).Description("When it was told.");
        descriptor.Field(notice => notice.AnswerBy).Description("By when the house said that it would have looked.");
        descriptor.Field(notice => notice.DecidedAt).Description("When staff decided; null while it waits.");
        descriptor.Field(notice => notice.Reason).Description("Why it was turned down, in words for the customer; null when it was not.");
    }

    /// <summary>The notice's id, opaque.</summary>
    public static NoticeKey GetId([Parent] PaymentNotice notice) => new(notice.AccountId, notice.Id);

    /// <summary>What came, which may be another amount; null while nobody looked.</summary>
    public static Money? Received([Parent] PaymentNotice notice) =>
        notice.ReceivedMinorUnits is { } received ? new Money(received, notice.Amount.Currency) : null;

    /// <summary>The reference of the order that it pays.</summary>
    public static async Task<string> OrderReferenceAsync([Parent] PaymentNotice notice, OrderReferenceDataLoader orders, CancellationToken cancellationToken) =>
        (await orders.LoadAsync((notice.AccountId, notice.OrderId), cancellationToken))!;

    [NodeResolver]
    [Authorize(Scopes = ["billing:read"])]
    public static async Task<PaymentNotice?> FindPaymentNoticeAsync(
        NoticeKey key, [GlobalState(ApiViewer.Key)] Viewer? viewer, IDbContextFactory<StorefrontDb> contexts, CancellationToken cancellationToken)
    {
        if (viewer is null || !(viewer.IsStaff || viewer.AccountId == key.AccountId))
        {
            return null;
        }

        var (account, id) = (key.AccountId, key.Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<PaymentNotice>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account && row.Id == id, cancellationToken);
    }
}

/// <summary>What an account told of its payments, and what the house owes it.</summary>
[ExtendObjectType<AccountView>]
public static class AccountNotices
{
    /// <summary>The payments that the account told of, the latest first.</summary>
    [UsePaging(Keys = [$"{nameof(PaymentNotice.Number)} desc"], DefaultPageSize = 20, MaxPageSize = 100)]
    [Authorize(Scopes = ["billing:read"])]
    public static IQueryable<PaymentNotice> PaymentNotices([Parent] AccountView account, ListContexts contexts) =>
        contexts.Create().Set<PaymentNotice>().AsNoTracking().Where(notice => notice.AccountId == account.AccountId);

    /// <summary>What was paid beyond orders and pays the next one, an amount for each currency; empty where there is none.</summary>
    [Authorize(Scopes = ["billing:read"])]
    [ListSize(AssumedSize = 2)]
    public static Task<IReadOnlyList<Money>> CreditAsync([Parent] AccountView account, CreditReader credits, CancellationToken cancellationToken) =>
        credits.ListAsync(account.AccountId, cancellationToken);
}

/// <summary>What staff have to look at.</summary>
[ExtendObjectType<DeskView>]
public static class DeskNotices
{
    /// <summary>Payments that customers told of and nobody has looked at, the oldest first.</summary>
    [UsePaging(Keys = [nameof(PaymentNotice.Number)], DefaultPageSize = 20, MaxPageSize = 100)]
    public static IQueryable<PaymentNotice> PaymentsToConfirm([Parent] DeskView desk, ListContexts contexts) =>
        contexts.Create().Set<PaymentNotice>().AsNoTracking().Where(notice => notice.Status == PaymentNoticeStatus.Pending);
}

/// <summary>Telling of payments, and deciding on what was told, through the API.</summary>
[MutationType]
public static class NoticeMutations
{
    /// <summary>Tells that an order was paid by transfer or the like. Staff look at it within the hours that its payment method names.</summary>
    /// <param name="reference">The order, such as `FLUNT-1000`.</param>
    /// <param name="amount">What was paid: a decimal with a full stop.</param>
    /// <param name="currency">The currency that it was paid in, which must be the order's; null for that one.</param>
    /// <param name="paidOn">On which day, by the house's calendar.</param>
    /// <param name="bankReference">The number that the bank gave it.</param>
    /// <param name="note">Anything else that helps to find it.</param>
    /// <param name="proof">Id of a file that the same person uploaded: a document or a picture of one.</param>
    /// <param name="idempotencyKey">The same key with the same input tells once.</param>
    /// <param name="viewer">Who tells.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["billing:write"])]
    [Error<NotFound>]
    [Error<ReadOnlyMember>]
    [Error<NoticeAmountNotValid>]
    [Error<NoticeCurrencyDiffers>]
    [Error<NoticeNotNeeded>]
    [Error<NoticeTextNotValid>]
    [Error<PaidInTheFuture>]
    [Error<PaidBeforeOrder>]
    [Error<ProofNotADocument>]
    [Error<PaymentNotifiedAlready>]
    [Error<OrderNotPayable>]
    [Error<IdempotencyKeyNotValid>]
    [Error<IdempotencyKeyReused>]
    public static Task<Result<PaymentNotice>> NotifyPaymentAsync(
        string reference,
        string amount,
        Currency? currency,
        LocalDate paidOn,
        string? bankReference,
        string? note,
        [ID] Guid? proof,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        NotifyPayment action,
        CancellationToken cancellationToken) => action.HandleAsync(
            new NotifyPaymentInput(
                reference, amount, currency?.Code, paidOn, bankReference, note, proof is { } file ? new AttachmentId(file) : null, idempotencyKey),
            viewer,
            cancellationToken);

    /// <summary>Confirms that the money came. What is more than was owed becomes the account's credit. For staff only.</summary>
    /// <param name="noticeId">The payment notice.</param>
    /// <param name="received">What came, as a decimal with a full stop in the notice's currency; null for what the customer told.</param>
    /// <param name="viewer">Who confirms it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="evenIfSeenBefore">Whether it is confirmed although another notice with the same proof or reference was.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<NotFound>]
    [Error<NoticeAmountNotValid>]
    [Error<NoticeCurrencyDiffers>]
    [Error<NoticeDecidedAlready>]
    [Error<PaymentSeenBefore>]
    public static Task<Result<PaymentNotice>> ConfirmPaymentAsync(
        [ID("PaymentNotice")] NoticeKey noticeId,
        string? received,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ConfirmPayment action,
        CancellationToken cancellationToken,
        bool evenIfSeenBefore = false) => action.HandleAsync(noticeId, received, evenIfSeenBefore, viewer, cancellationToken);

    /// <summary>Says that no such payment was found; the customer reads why. For staff only.</summary>
    /// <param name="noticeId">The payment notice.</param>
    /// <param name="reason">Why, in words for the customer.</param>
    /// <param name="viewer">Who rejects it.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Write])]
    [Error<NotFound>]
    [Error<NoticeDecidedAlready>]
    [Error<RejectionReasonMissing>]
    public static Task<Result<PaymentNotice>> RejectPaymentAsync(
        [ID("PaymentNotice")] NoticeKey noticeId,
        string reason,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        RejectPayment action,
        CancellationToken cancellationToken) => action.HandleAsync(noticeId, reason, viewer, cancellationToken);
}
