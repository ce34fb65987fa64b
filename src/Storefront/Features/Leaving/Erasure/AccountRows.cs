using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Attachments;
using Storefront.Features.Checkout;
using Storefront.Features.Credentials;
using Storefront.Features.Drafts;
using Storefront.Features.Entitlements;
using Storefront.Features.Hours;
using Storefront.Features.Inbound;
using Storefront.Features.Invoices;
using Storefront.Features.Meetings;
using Storefront.Features.Members;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Quotes;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Features.Work;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;

namespace Storefront.Features.Leaving.Erasure;

/// <summary>
/// Removes what people wrote and who they are from an account's rows. What is counted, paid and done stays, by ids and numbers: the ledger,
/// orders, payments and events.
/// </summary>
internal static class AccountRows
{
    /// <summary>Stands where a list needs something to click on.</summary>
    public const string Gone = "–";

    private const string? None = null;

    private static readonly byte[] NoBytes = [];

    /// <summary>Rows that are nothing but personal.</summary>
    public static async Task RemoveAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        await db.Set<NewTicketDraft>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<TicketClassReason>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<TicketDraft>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<CredentialShare>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Credential>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<TicketParty>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<AttachmentChunk>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Attachment>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<AccountCare>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Invitation>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ApiToken>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        await db.Set<MailRow>().Where(row => row.AccountId == account).ExecuteDeleteAsync(cancellationToken);

        // By the keys that stay, a payment is known for ever (COM-05).
        await db.Set<IdempotencyKeyRow>().Where(row => row.AccountId == account && row.Operation != SubscriptionLifecycle.PaidTermOperation)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Texts of rows that stay because something was promised, worked or paid by them.</summary>
    public static async Task EmptyAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken)
    {
        await db.Set<Ticket>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(ticket => ticket.Subject, Gone).SetProperty(ticket => ticket.FoldedSubject, "")
                .SetProperty(ticket => ticket.RatingComment, None).SetProperty(ticket => ticket.ClassReason, None),
            cancellationToken);
        await db.Set<TicketMessage>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.Body, Gone).SetProperty(message => message.Outsider, None).SetProperty(message => message.SentTo, None),
            cancellationToken);
        await db.Set<StaffNote>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(note => note.Body, Gone), cancellationToken);
        await db.Set<WorkLog>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(log => log.Note, ""), cancellationToken);
        await db.Set<WorkLogQuestion>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(question => question.Text, Gone).SetProperty(question => question.Answer, None), cancellationToken);
        await db.Set<QuoteRow>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(quote => quote.Description, Gone).SetProperty(quote => quote.DeclineReason, None), cancellationToken);
        await db.Set<HourEntryRow>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Reason, None), cancellationToken);
        await db.Set<CredentialReveal>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(reveal => reveal.CredentialName, Gone), cancellationToken);
        await db.Set<AccountMark>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(mark => mark.Reason, Gone), cancellationToken);
        await db.Set<Meeting>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(meeting => meeting.Name, Gone).SetProperty(meeting => meeting.Email, "").SetProperty(meeting => meeting.Topic, None),
            cancellationToken);
        await db.Set<InboundMessage>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.Raw, NoBytes).SetProperty(message => message.Sender, None)
                .SetProperty(message => message.Subject, None).SetProperty(message => message.LastError, None),
            cancellationToken);
        await db.Set<Order>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(order => order.CheckoutUrl, None), cancellationToken);
        await db.Set<Invoice>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(invoice => invoice.BilledTo, None), cancellationToken);
        var notices = db.Set<PaymentNotice>().Where(row => row.AccountId == account).Select(row => row.Id);
        await db.Set<ConfirmedProof>().Where(row => notices.Contains(row.NoticeId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<PaymentRefund>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(refund => refund.Reference, None).SetProperty(refund => refund.Reason, None), cancellationToken);
        await db.Set<PaymentNotice>().Where(row => row.AccountId == account).ExecuteUpdateAsync(
            row => row.SetProperty(notice => notice.BankReference, None).SetProperty(notice => notice.ReferenceKey, None)
                .SetProperty(notice => notice.Note, None).SetProperty(notice => notice.Reason, None),
            cancellationToken);
        await db.Set<PendingPlanChange>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(change => change.LastError, None), cancellationToken);
        await db.Set<DueWorkRow>().Where(row => row.AccountId == account).ExecuteUpdateAsync(row => row.SetProperty(work => work.LastError, None), cancellationToken);
    }

    /// <summary>What the provider of payments told, which has names in it.</summary>
    public static async Task EmptyWebhooksAsync(StorefrontDb db, Account account, CancellationToken cancellationToken)
    {
        var (id, customer) = (account.Id, account.StripeCustomerId ?? account.Id.ToString());
        await db.Set<WebhookEvent>().Where(row => row.AccountId == id || row.Raw.Contains(customer)).ExecuteUpdateAsync(
            row => row.SetProperty(webhook => webhook.Raw, "").SetProperty(webhook => webhook.LastError, None), cancellationToken);
    }
}
