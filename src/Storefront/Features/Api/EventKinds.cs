using System.Collections.Concurrent;
using Storefront.Store.EventLog;

namespace Storefront.Features.Api;

/// <summary>The API's kind of a stored event, by the event's stored name: <c>ticket.status-changed</c> is TICKET_STATUS_CHANGED, else by its area.</summary>
public static class EventKinds
{
    private static readonly ConcurrentDictionary<Type, EventKind> Kinds = new();

    public static EventKind Of(AccountEvent happened) => Kinds.GetOrAdd(happened.GetType(), static type => Find(EventTypeAttribute.Of(type).Name));

    private static EventKind Find(string name)
    {
        var plain = name.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (Enum.TryParse<EventKind>(plain, ignoreCase: true, out var exact))
        {
            return exact;
        }

        return name.Split('.')[0] switch
        {
            "ticket" when name.StartsWith("ticket.target-", StringComparison.Ordinal) => EventKind.TicketTargetChanged,
            "ticket" when name == "ticket.meeting-changed" => EventKind.MeetingChanged,
            "ticket" when name.StartsWith("ticket.work-question", StringComparison.Ordinal) => EventKind.WorkLogQuestioned,
            "ticket" when name.StartsWith("ticket.work-", StringComparison.Ordinal) => EventKind.WorkLogged,
            "credential" => EventKind.CredentialChanged,
            "project" => OfProject(name["project.".Length..]),
            "quote" => EventKind.QuoteChanged,
            "member" => EventKind.MembersChanged,
            "hours" or "hour" => EventKind.HoursChanged,
            "subscription" or "plan" => EventKind.SubscriptionChanged,
            "order" or "payment" or "invoice" or "checkout" => EventKind.PaymentChanged,
            _ => EventKind.AccountChanged,
        };
    }

    /// <summary>By the thing that changed, the first word of what happened to a project.</summary>
    private static EventKind OfProject(string happened) => happened.Split('-')[0] switch
    {
        "stage" or "start" => EventKind.ProjectStageChanged,
        "input" => EventKind.ProjectInputChanged,
        "task" => EventKind.ProjectTaskChanged,
        "document" or "list" => EventKind.ProjectDocumentChanged,
        "access" => EventKind.ProjectAccessChanged,
        "opinion" => EventKind.ProjectOpinionChanged,
        "request" or "conciliated" => EventKind.ProjectRequestChanged,
        _ => EventKind.AccountChanged,
    };
}
