using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>Which mails a person is sent, and when.</summary>
[WithoutAccount, OfNoAccount]
public sealed class IndexModel(
    NotificationReader reader, ChangeNotifications change, RefusalTexts refusals, CurrentViewer current, IStringLocalizer<NotificationsTexts> texts) : PageModel
{
    [BindProperty]
    public NotificationForm Input { get; set; } = new();

    public IReadOnlyList<string> Zones => ZoneChoices.With(Input.TimeZone);

    private Viewer Viewer => current.Viewer!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var settings = await reader.ReadAsync(Viewer.UserId, cancellationToken);
        Input = new NotificationForm
        {
            Timings = settings.Choices.ToDictionary(choice => choice.Kind, choice => choice.Timing),
            DigestAt = settings.DigestAt,
            QuietFrom = settings.QuietFrom,
            QuietTo = settings.QuietTo,
            TimeZone = settings.TimeZone,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var input = new NotificationsInput(
                [.. Input.Timings.Select(choice => new MailChoice(choice.Key, choice.Value))], Input.DigestAt, Input.QuietFrom, Input.QuietTo, Input.TimeZone);
            var done = await change.HandleAsync(input, Viewer, cancellationToken);
            if (done.Refusal is not { } refusal)
            {
                this.Tell(texts["Told.Saved"]);
                return RedirectToPage();
            }

            var field = refusal switch
            {
                TimeOfDayNotValid wrong when wrong.Text == Input.DigestAt => "Input.DigestAt",
                TimeOfDayNotValid => "Input.QuietFrom",
                UnknownTimeZone => "Input.TimeZone",
                _ => "",
            };
            ModelState.AddModelError(field, refusals.Describe(refusal));
        }

        return Page();
    }

    /// <summary>The choices as they were made.</summary>
    public sealed class NotificationForm
    {
        public Dictionary<MailKind, MailTiming> Timings { get; set; } = [];

        [Required]
        [Display(Name = "Digest.At")]
        public string? DigestAt { get; set; }

        [Display(Name = "Quiet.From")]
        public string? QuietFrom { get; set; }

        [Display(Name = "Quiet.To")]
        public string? QuietTo { get; set; }

        [Required]
        [Display(Name = "Zone")]
        public string? TimeZone { get; set; }
    }
}
