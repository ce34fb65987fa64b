using NodaTime;

namespace Storefront.Domain.Shared;

/// <summary>A customer company.</summary>
public readonly record struct AccountId(Guid Value) : IIdentifier<AccountId>
{
    public static AccountId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static AccountId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A user's membership in an account.</summary>
public readonly record struct MemberId(Guid Value) : IIdentifier<MemberId>
{
    public static MemberId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static MemberId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An invitation to become a member.</summary>
public readonly record struct InvitationId(Guid Value) : IIdentifier<InvitationId>
{
    public static InvitationId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static InvitationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A meeting with a customer, or with somebody who may become one.</summary>
public readonly record struct MeetingId(Guid Value) : IIdentifier<MeetingId>
{
    public static MeetingId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static MeetingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What staff wrote when they marked an account or took the mark away.</summary>
public readonly record struct AccountMarkId(Guid Value) : IIdentifier<AccountMarkId>
{
    public static AccountMarkId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static AccountMarkId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A person who signs in.</summary>
public readonly record struct UserId(Guid Value) : IIdentifier<UserId>
{
    public static UserId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static UserId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A plan that an account subscribed to.</summary>
public readonly record struct SubscriptionId(Guid Value) : IIdentifier<SubscriptionId>
{
    public static SubscriptionId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static SubscriptionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A change of plan that was previewed, is pending or was made.</summary>
public readonly record struct PlanChangeId(Guid Value) : IIdentifier<PlanChangeId>
{
    public static PlanChangeId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static PlanChangeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An order, paid or waiting for its payment.</summary>
public readonly record struct OrderId(Guid Value) : IIdentifier<OrderId>
{
    public static OrderId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static OrderId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A payment of an order or an invoice.</summary>
public readonly record struct PaymentId(Guid Value) : IIdentifier<PaymentId>
{
    public static PaymentId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static PaymentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An invoice.</summary>
public readonly record struct InvoiceId(Guid Value) : IIdentifier<InvoiceId>
{
    public static InvoiceId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static InvoiceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A line of the hour ledger.</summary>
public readonly record struct HourEntryId(Guid Value) : IIdentifier<HourEntryId>
{
    public static HourEntryId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static HourEntryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Hours that expire together: what a positive entry of the ledger opened.</summary>
public readonly record struct HourLotId(Guid Value) : IIdentifier<HourLotId>
{
    public static HourLotId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static HourLotId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Hours that an approved quote holds.</summary>
public readonly record struct HourHoldId(Guid Value) : IIdentifier<HourHoldId>
{
    public static HourHoldId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static HourHoldId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A ticket.</summary>
public readonly record struct TicketId(Guid Value) : IIdentifier<TicketId>
{
    public static TicketId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static TicketId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A message on a ticket, staff's notes included.</summary>
public readonly record struct TicketMessageId(Guid Value) : IIdentifier<TicketMessageId>
{
    public static TicketMessageId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static TicketMessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An answer that staff keep to give it often.</summary>
public readonly record struct AnswerTemplateId(Guid Value) : IIdentifier<AnswerTemplateId>
{
    public static AnswerTemplateId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static AnswerTemplateId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An uploaded file.</summary>
public readonly record struct AttachmentId(Guid Value) : IIdentifier<AttachmentId>
{
    public static AttachmentId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static AttachmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Time that staff recorded on a ticket.</summary>
public readonly record struct WorkLogId(Guid Value) : IIdentifier<WorkLogId>
{
    public static WorkLogId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static WorkLogId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What a customer asked about a work log.</summary>
public readonly record struct WorkLogQuestionId(Guid Value) : IIdentifier<WorkLogQuestionId>
{
    public static WorkLogQuestionId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static WorkLogQuestionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A quote.</summary>
public readonly record struct QuoteId(Guid Value) : IIdentifier<QuoteId>
{
    public static QuoteId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static QuoteId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A project.</summary>
public readonly record struct ProjectId(Guid Value) : IIdentifier<ProjectId>
{
    public static ProjectId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static ProjectId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What a customer handed over for an input of a project, one of the versions.</summary>
public readonly record struct GivenInputId(Guid Value) : IIdentifier<GivenInputId>
{
    public static GivenInputId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static GivenInputId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What one side said on a project.</summary>
public readonly record struct ProjectMessageId(Guid Value) : IIdentifier<ProjectMessageId>
{
    public static ProjectMessageId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static ProjectMessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Something that the house handed over on a project: a delivery record, a manual.</summary>
public readonly record struct ProjectDocumentId(Guid Value) : IIdentifier<ProjectDocumentId>
{
    public static ProjectDocumentId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static ProjectDocumentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A line of what was delivered or is pending.</summary>
public readonly record struct ProjectListItemId(Guid Value) : IIdentifier<ProjectListItemId>
{
    public static ProjectListItemId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static ProjectListItemId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What opens a system that was made, handed over once.</summary>
public readonly record struct ProjectAccessId(Guid Value) : IIdentifier<ProjectAccessId>
{
    public static ProjectAccessId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static ProjectAccessId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What a customer asked for beyond a project, or disputes of it.</summary>
public readonly record struct ProjectRequestId(Guid Value) : IIdentifier<ProjectRequestId>
{
    public static ProjectRequestId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static ProjectRequestId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A token for the public API.</summary>
public readonly record struct ApiTokenId(Guid Value) : IIdentifier<ApiTokenId>
{
    public static ApiTokenId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static ApiTokenId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An event that was received by webhook.</summary>
public readonly record struct WebhookEventId(Guid Value) : IIdentifier<WebhookEventId>
{
    public static WebhookEventId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static WebhookEventId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An e-mail in the outbox.</summary>
public readonly record struct MailId(Guid Value) : IIdentifier<MailId>
{
    public static MailId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static MailId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A piece of work that falls due at an instant.</summary>
public readonly record struct DueWorkId(Guid Value) : IIdentifier<DueWorkId>
{
    public static DueWorkId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static DueWorkId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Work beyond the included hours, billed by itself.</summary>
public readonly record struct OverageId(Guid Value) : IIdentifier<OverageId>
{
    public static OverageId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static OverageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A change of the house's rates.</summary>
public readonly record struct RateChangeId(Guid Value) : IIdentifier<RateChangeId>
{
    public static RateChangeId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static RateChangeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What opens a customer's system, kept in its safe.</summary>
public readonly record struct CredentialId(Guid Value) : IIdentifier<CredentialId>
{
    public static CredentialId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static CredentialId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>One time that somebody was shown a credential.</summary>
public readonly record struct CredentialRevealId(Guid Value) : IIdentifier<CredentialRevealId>
{
    public static CredentialRevealId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static CredentialRevealId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Somebody outside house and account who takes part in a ticket.</summary>
public readonly record struct TicketPartyId(Guid Value) : IIdentifier<TicketPartyId>
{
    public static TicketPartyId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static TicketPartyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A mail or message as it came in.</summary>
public readonly record struct InboundMessageId(Guid Value) : IIdentifier<InboundMessageId>
{
    public static InboundMessageId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static InboundMessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
