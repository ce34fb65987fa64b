using System.Collections.Immutable;
using Storefront.Features.Accounts;
using Storefront.Features.Attachments;
using Storefront.Features.Checkout;
using Storefront.Features.Credentials;
using Storefront.Features.Drafts;
using Storefront.Features.Help;
using Storefront.Features.Hours;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Hours.Loyalty;
using Storefront.Features.Inbound;
using Storefront.Features.Invoices;
using Storefront.Features.Meetings;
using Storefront.Features.Members;
using Storefront.Features.Notifications;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Projects;
using Storefront.Features.Projects.Requests;
using Storefront.Features.Quotes;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Features.Tickets.Intake;
using Storefront.Features.Work;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Leaving.Export;

/// <summary>Everything that an account takes along, table by table. What staff keep among themselves is not the account's.</summary>
public static class ExportTables
{
    public static ImmutableArray<ExportTable> All { get; } =
    [
        new("account", (db, scope) => db.Set<Account>().Where(row => row.Id == scope.Account)),
        new("people", (db, scope) => PeopleOf(db, scope)),
        new("members", (db, scope) => db.Set<Member>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.JoinedAt)),
        new("invitations", (db, scope) => db.Set<Invitation>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.CreatedAt)),
        new("api-tokens", (db, scope) => db.Set<ApiToken>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.CreatedAt)),
        new("notification-settings", (db, scope) => db.Set<NotificationSettings>().Where(row => row.UserId == scope.Reader)),
        new("notification-choices", (db, scope) => db.Set<NotificationChoice>().Where(row => row.UserId == scope.Reader).OrderBy(row => row.Kind)),
        new("messaging", (db, scope) => db.Set<MessagingLink>().Where(row => row.UserId == scope.Reader)),
        new("tickets", (db, scope) => db.Set<Ticket>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.Number)),
        new("ticket-messages", (db, scope) => db.Set<TicketMessage>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.At)),
        new("ticket-clocks", (db, scope) => db.Set<TicketSegmentRow>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.From)),
        new("ticket-class-reasons", (db, scope) => db.Set<TicketClassReason>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.Sequence)),
        new("ticket-intakes", (db, scope) => db.Set<TicketIntakeRow>().Where(row => row.AccountId == scope.Account)),
        new("ticket-parties", (db, scope) => db.Set<TicketParty>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.AddedAt)),
        new("automatic-answers", (db, scope) => db.Set<AutomaticAnswer>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.At)),
        new("new-ticket-drafts", (db, scope) => db.Set<NewTicketDraft>().Where(row => row.AccountId == scope.Account && row.AuthorId == scope.Reader)),
        new("drafts", (db, scope) => db.Set<TicketDraft>().Where(row => row.AccountId == scope.Account && row.AuthorId == scope.Reader).OrderBy(row => row.SavedAt)),
        new("files", (db, scope) => FilesOf(db, scope).OrderBy(row => row.UploadedAt)),
        new("work-logs", (db, scope) => db.Set<WorkLog>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.WorkedAt)),
        new("work-questions", (db, scope) => db.Set<WorkLogQuestion>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.AskedAt)),
        new("quotes", (db, scope) => db.Set<QuoteRow>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.IssuedAt)),
        new("hour-entries", (db, scope) => db.Set<HourEntryRow>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.Sequence)),
        new("hour-lots", (db, scope) => db.Set<HourLotRow>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.GrantedAt)),
        new("hour-overages", (db, scope) => db.Set<HourOverage>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.ClosedAt)),
        new("loyalty-months", (db, scope) => db.Set<CommissionMonthRow>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.Month)),
        new("subscriptions", (db, scope) => db.Set<PlanSubscription>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.CreatedAt)),
        new("plan-changes", (db, scope) => db.Set<PendingPlanChange>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.RequestedAt)),
        new("orders", (db, scope) => db.Set<Order>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.OrderedAt)),
        new("payments", (db, scope) => db.Set<Payment>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.ReceivedAt)),
        new("payment-notices", (db, scope) => db.Set<PaymentNotice>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.Number)),
        new("refunds", (db, scope) => db.Set<PaymentRefund>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.AskedAt)),
        new("credit", (db, scope) => db.Set<CreditEntry>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.Sequence)),
        new("invoices", (db, scope) => db.Set<Invoice>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.Entry)),
        new("projects", (db, scope) => db.Set<Project>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.Number)),
        new("project-messages", (db, scope) => db.Set<ProjectMessage>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.At)),
        new("project-inputs", (db, scope) => db.Set<GivenInput>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.GivenAt)),
        new("project-tasks", (db, scope) => db.Set<ProjectTask>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.ProjectId)),
        new("project-documents", (db, scope) => db.Set<ProjectDocument>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.At)),
        new("project-list-items", (db, scope) => db.Set<ProjectListItem>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.DocumentId).ThenBy(row => row.Index)),
        new("project-accesses", (db, scope) => db.Set<ProjectAccess>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.HandedOverAt)),
        new("project-requests", (db, scope) => db.Set<ProjectRequest>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.AskedAt)),
        new("project-tickets", (db, scope) => db.Set<ProjectTicket>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.OpenedAt)),
        new("meetings", (db, scope) => db.Set<Meeting>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.StartsAt)),
        new("inbound-messages", (db, scope) => db.Set<InboundMessage>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.ReceivedAt)),
        new("credentials", (db, scope) => db.Set<Credential>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.Name)),
        new("credential-shares", (db, scope) => db.Set<CredentialShare>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.SharedAt)),
        new("credential-reveals", (db, scope) => db.Set<CredentialReveal>().Where(row => row.AccountId == scope.Account).OrderBy(row => row.At)),
        new("events", (db, scope) => db.Set<EventRow>().Where(row => row.AccountId == scope.Account && row.Stream == EventStream.Customer).OrderBy(row => row.Sequence)),
    ];

    /// <summary>Files that the customer can see: of its messages, and what its people sent that waits for one. Not what hangs on notes among staff.</summary>
    public static IQueryable<Attachment> FilesOf(StorefrontDb db, ExportScope scope) => db.Set<Attachment>()
        .Where(file => file.AccountId == scope.Account)
        .Where(file => db.Set<TicketMessage>().Any(message => message.AccountId == file.AccountId && message.Id == file.MessageId)
            || (file.ProjectId != null && (file.GivenInputId != null || file.ProjectDocumentId != null))
            || file.PaymentNoticeId != null
            || (file.TicketId == null && file.ProjectId == null && db.Set<Member>().Any(member => member.AccountId == file.AccountId && member.UserId == file.UploadedBy)));

    /// <summary>Who is behind the ids: the account's own with their addresses, staff by the name that the account saw.</summary>
    private static IQueryable<ExportPerson> PeopleOf(StorefrontDb db, ExportScope scope) =>
        from user in db.Users
        let isMember = db.Set<Member>().Any(member => member.AccountId == scope.Account && member.UserId == user.Id)
        where isMember
            || db.Set<TicketMessage>().Any(message => message.AccountId == scope.Account && message.AuthorId == user.Id)
            || db.Set<WorkLog>().Any(log => log.AccountId == scope.Account && log.StaffId == user.Id)
        orderby user.DisplayName
        select new ExportPerson(user.Id, user.DisplayName, isMember ? user.Email : null, isMember);
}
