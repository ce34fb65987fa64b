using System.ComponentModel.DataAnnotations;

namespace Storefront.Features.Desk;

/// <summary>What staff type on a ticket's page, form by form, kept as it was typed when it cannot be accepted.</summary>
public static class TicketForms
{
    public sealed class ReplyForm
    {
        [Display(Name = "Reply.Body")]
        public string? Body { get; set; }

        public bool WaitsForCustomer { get; set; }

        /// <summary>Files that were uploaded with an attempt that failed.</summary>
        public List<Guid> Attachments { get; set; } = [];

        [Display(Name = "Reply.Files")]
        public List<IFormFile> Files { get; set; } = [];

        public string Key { get; set; } = FormKey.New();
    }

    public sealed class NoteForm
    {
        [Display(Name = "Note.Body")]
        public string? Body { get; set; }
    }

    public sealed class ClassForm
    {
        [Display(Name = "Class.Key")]
        public string? Key { get; set; }

        [Display(Name = "Class.Reason")]
        public string? Reason { get; set; }
    }

    public sealed class PlanForm
    {
        /// <summary>A day as ISO 8601 writes it.</summary>
        [Display(Name = "Plan.Day")]
        public string? Day { get; set; }
    }

    public sealed class WorkaroundForm
    {
        [Display(Name = "Workaround.Text")]
        public string? Text { get; set; }
    }

    public sealed class WorkForm
    {
        [Display(Name = "Work.Minutes")]
        public int? Minutes { get; set; }

        [Display(Name = "Work.Note")]
        public string? Note { get; set; }

        /// <summary>Local time in the reader's zone as ISO 8601 writes it; empty for now.</summary>
        [Display(Name = "Work.EndedAt")]
        public string? EndedAt { get; set; }

        public string Key { get; set; } = FormKey.New();
    }

    public sealed class ReversalForm
    {
        public Guid Id { get; set; }

        [Display(Name = "Work.ReverseReason")]
        public string? Reason { get; set; }
    }
}
