using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Leaving.Erasure;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Leaving;

/// <summary>Shows what erasing would remove and what would stay, and does it when it is confirmed.</summary>
[WithoutAccount]
public sealed class EraseModel(
    ErasurePreviewReader reader,
    EraseAccount account,
    ErasePerson person,
    SignInManager<User> signIn,
    CurrentViewer current,
    RefusalTexts refusals,
    IStringLocalizer<LeavingTexts> texts) : PageModel
{
    /// <summary>Null for who looks at no account: only its own sign-in can go.</summary>
    public ErasurePreview? Preview { get; private set; }

    public string? Obstacle => Preview?.Obstacle is { } obstacle ? refusals.Describe(obstacle) : null;

    public bool IsOwner => Viewer.IsAtLeast(MemberRole.Owner);

    public string Email => Viewer.Email;

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAccountAsync(string? confirmation, CancellationToken cancellationToken) =>
        await AnswerAsync(await account.HandleAsync(Viewer, confirmation, cancellationToken), nameof(confirmation), "Erased.ToldAccount", cancellationToken);

    public async Task<IActionResult> OnPostPersonAsync(string? email, CancellationToken cancellationToken) =>
        await AnswerAsync(await person.HandleAsync(Viewer, email, cancellationToken), nameof(email), "Erased.ToldPerson", cancellationToken);

    private async Task<IActionResult> AnswerAsync(Result<Done> result, string field, string told, CancellationToken cancellationToken)
    {
        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal is ConfirmationDiffers ? field : "", refusals.Describe(refusal));
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        await signIn.SignOutAsync();
        Response.Cookies.Delete(SessionViewer.AccountCookie);
        this.Tell(texts[told]);
        return LocalRedirect("/");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is { } id)
        {
            Preview = await reader.ReadAsync(id, cancellationToken);
        }

        return Preview is not null || !Viewer.IsStaff;
    }
}
