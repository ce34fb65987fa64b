using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;

namespace Storefront.Features.Drafts;

/// <summary>The form of a new ticket that somebody began and has not sent: one a person and account. Nobody else ever reads it.</summary>
public sealed class NewTicketDraft
{
    /// <summary>Most characters of a choice's key: no handbook has longer ones.</summary>
    private const int KeyLength = 100;

    public required AccountId AccountId { get; init; }

    public required UserId AuthorId { get; init; }

    public string? Kind { get; set; }

    public string? Subject { get; set; }

    /// <summary>Markdown, as it was typed so far.</summary>
    public string? Body { get; set; }

    public Urgency? Urgency { get; set; }

    public Impact? Impact { get; set; }

    public string? Platform { get; set; }

    public bool? DocumentedApi { get; set; }

    public bool Schedule { get; set; }

    public string? AddOn { get; set; }

    /// <summary>Ids of the files that were sent with it, with blanks between.</summary>
    public string? Files { get; set; }

    public Instant SavedAt { get; set; }

    /// <summary>Whether anything in it is longer than the form takes, or could not be stored.</summary>
    public static bool IsTooLarge(TicketForm form, TicketLimits limits) =>
        form.Subject?.Length > limits.SubjectLength * 2 || form.Body?.Length > limits.BodyLength * 2 || form.Kept.Count > limits.Attachments
        || new[] { form.Kind, form.Platform, form.AddOn }.Any(key => key?.Length > KeyLength)
        || new[] { form.Kind, form.Platform, form.AddOn, form.Subject, form.Body, form.Key }.Any(text => text?.Contains('\0', StringComparison.Ordinal) == true);

    /// <summary>Whether nothing was typed or chosen.</summary>
    public static bool IsEmpty(TicketForm form) =>
        string.IsNullOrWhiteSpace(form.Subject) && string.IsNullOrWhiteSpace(form.Body) && form.Urgency is null && form.Impact is null && form.Kept.Count == 0
        && string.IsNullOrEmpty(form.Platform) && !form.Schedule && string.IsNullOrEmpty(form.AddOn);

    public void Take(TicketForm form, Instant now)
    {
        (Kind, Subject, Body, Urgency, Impact) = (form.Kind, form.Subject, form.Body, form.Urgency, form.Impact);
        (Platform, DocumentedApi, Schedule, AddOn) = (form.Platform, form.DocumentedApi, form.Schedule, form.AddOn);
        Files = form.Kept.Count == 0 ? null : string.Join(' ', form.Kept.Distinct());
        SavedAt = now;
    }

    public void Fill(TicketForm form)
    {
        (form.Kind, form.Subject, form.Body, form.Urgency, form.Impact) = (Kind, Subject, Body, Urgency, Impact);
        (form.Platform, form.DocumentedApi, form.Schedule, form.AddOn) = (Platform, DocumentedApi, Schedule, AddOn);
        form.Kept = [.. (Files ?? "").Split(' ').Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).Where(id => id != Guid.Empty)];
    }
}
