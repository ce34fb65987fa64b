using Storefront.Domain.Hours;
using Storefront.Domain.Projects;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Api;

/// <summary>The cases of a refusal that are said in words of their own, the narrowest first, a plural's form among them; none for most.</summary>
internal static class RefusalCases
{
    public static string[] Of(Refusal refusal) => refusal switch
    {
        SubscriptionNotReady notReady => [$"{notReady.Status}"],
        MinutesNotValid { Most: int.MaxValue } => [],
        MinutesNotValid { Least: < 0 } => ["Signed"],
        MinutesNotValid => ["Range"],
        TextNotValid { Faults: [var fault, ..] } => [$"{fault.Kind}.{fault.Field}", $"{fault.Kind}"],
        QuoteCapReached { OnCallMinutes: not null } cap => [$"OnCall.{PluralTexts.FormOfMinutes(cap.LeftMinutes)}"],
        QuoteCapReached cap => [PluralTexts.FormOfMinutes(cap.LeftMinutes)],
        ApprovalBeyondLimit { Approvers: [] } => ["Nobody"],
        AttachmentTooLarge { FileName: "" } => ["Unnamed"],
        ProjectStandsStill { Cause: var cause } when cause.IsUnpaid() => ["Unpaid"],
        ProjectStandsStill { Cause: var cause } when cause.IsEnd() => ["Ended"],
        _ => [],
    };
}
