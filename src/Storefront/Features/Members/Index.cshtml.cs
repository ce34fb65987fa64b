using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>An account's people: everybody sees who is in, an owner invites and changes, anyone leaves.</summary>
public sealed class IndexModel(
    MemberReader reader,
    InviteMember invite,
    ResendInvitation resend,
    WithdrawInvitation withdraw,
    BusinessClock clock,
    ReaderFormat format,
    CurrentViewer current,
    RefusalTexts refusals,
    IStringLocalizer<MembersTexts> texts) : PageModel
{
    [BindProperty]
    public InvitationForm Input { get; set; } = new();

    /// <summary>Null for who looks at no account.</summary>
    public MembersOverview? Overview { get; private set; }

    public bool IsOwner => Viewer.IsAtLeast(MemberRole.Owner);

    public AccountId? Account => Viewer.AccountId;

    public bool IsSelf(MemberLine line) => line.Member.UserId == Viewer.UserId;

    public bool IsOver(Invitation invitation) => !invitation.State.IsOpen(clock.GetCurrentInstant());

    public bool CanSendAgain(Invitation invitation) => InvitationRules.CheckAgain(invitation.State, clock.GetCurrentInstant()) is null;

    private Viewer Viewer => current.Viewer!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var invited = await invite.HandleAsync(new InvitationInput(Input.Email, Input.Role!.Value, MembersPage.LimitOf(Input)), Viewer, cancellationToken);
            if (invited.TryGet(out var sent, out var refusal))
            {
                return Back(SayInvited("Told.Invited", sent));
            }

            ModelState.AddRefusal(refusals, refusal);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancellationToken) =>
        Answer(await resend.HandleAsync(new InvitationId(id), Viewer, cancellationToken), sent => SayInvited("Told.Resent", sent));

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) =>
        Answer(await withdraw.HandleAsync(new InvitationId(id), Viewer, cancellationToken), invitation => texts["Told.Withdrawn", invitation.Email]);

    private string SayInvited(string told, SentInvitation sent) => sent.HasMail
        ? texts[told, sent.Invitation.Email]
        : texts["Told.NotSent", sent.Invitation.Email, format.Moment(sent.Invitation.ExpiresAt)];

    private IActionResult Answer<T>(Result<T> result, Func<T, string> told) => result.Refusal switch
    {
        null => Back(told(result.Value)),
        Domain.Shared.NotFound => NotFound(),
        var refusal => Back(refusals.Describe(refusal), Tone.Danger),
    };

    private RedirectToPageResult Back(string message, Tone tone = Tone.Success)
    {
        this.Tell(message, tone);
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is { } account)
        {
            Overview = await reader.ReadAsync(account, Viewer.UserId, cancellationToken);
        }
    }
}
