using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments.Notices;

/// <summary>What customers say that they paid, the oldest first: amount, reference and proof side by side, one click to confirm (TEC-03).</summary>
public sealed class QueueModel(
    CurrentViewer current,
    NoticeQueueReader reader,
    ConfirmPayment confirm,
    RejectPayment reject,
    ReversePayment reverse,
    RefusalTexts refusals,
    IStringLocalizer<NoticesTexts> texts) : PageModel
{
    private const string Decided = "decided";
    private const string Here = "/desk/payments";

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public long? After { get; set; }

    public bool ShowsDecided => Show == Decided;

    public IReadOnlyList<QueuedNotice> Lines { get; private set; } = [];

    public PageLinks Links { get; private set; } = new(null, null);

    /// <summary>How many wait; not counted where what was decided is shown.</summary>
    public BoundedCount Waiting { get; private set; }

    /// <summary>What was typed and refused; null for nothing.</summary>
    public RefusedNotice? Refused { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostConfirmAsync(
        Guid account, Guid id, string? received, string? currency, bool again, CancellationToken cancellationToken)
    {
        var amount = Currency.TryParse(currency, out var known) ? AmountText.Read(received, known) : received;
        var done = await confirm.HandleAsync(KeyOf(account, id), amount, again, current.Viewer!, cancellationToken);
        return await AnswerAsync(done, id, "Desk.Confirmed", received, cancellationToken);
    }

    public async Task<IActionResult> OnPostRejectAsync(Guid account, Guid id, string? reason, CancellationToken cancellationToken) =>
        await AnswerAsync(await reject.HandleAsync(KeyOf(account, id), reason, current.Viewer!, cancellationToken), id, "Desk.RejectedTold", reason, cancellationToken);

    public async Task<IActionResult> OnPostReverseAsync(Guid account, Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(await reverse.HandleAsync(KeyOf(account, id), current.Viewer!, cancellationToken), id, "Desk.ReversedTold", typed: null, cancellationToken);

    /// <summary>Where this page is, or where its forms go: with what is shown of the queue.</summary>
    public string At(string? handler = null)
    {
        string?[] parts =
        [
            handler is null ? null : $"handler={handler}",
            ShowsDecided ? $"show={Decided}" : null,
            After is { } after ? string.Create(CultureInfo.InvariantCulture, $"after={after}") : null,
        ];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length == 0 ? Here : $"{Here}?{query}";
    }

    private static NoticeKey KeyOf(Guid account, Guid id) => new(new AccountId(account), new PaymentNoticeId(id));

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        (Lines, var hasMore) = ShowsDecided
            ? await reader.ListDecidedAsync(After, cancellationToken)
            : await reader.ListWaitingAsync(After, cancellationToken);
        Waiting = ShowsDecided ? default : await reader.CountAsync(cancellationToken);
        var first = ShowsDecided ? $"{Here}?show={Decided}" : Here;
        Links = new PageLinks(
            After is null ? null : first,
            hasMore ? string.Create(CultureInfo.InvariantCulture, $"{first}{(ShowsDecided ? '&' : '?')}after={Lines[^1].Notice.Number}") : null);
    }

    /// <summary>What was refused is shown where it was typed; where that is not on the page any more, above it.</summary>
    private async Task<IActionResult> AnswerAsync(Result<PaymentNotice> done, Guid id, string told, string? typed, CancellationToken cancellationToken)
    {
        if (done.Refusal is NotFound)
        {
            return new NotFoundResult();
        }

        if (done.Refusal is not { } refusal)
        {
            this.Tell(texts[told]);
            return this.SeeOther(At());
        }

        if (refusal is not NoticeDecidedAlready)
        {
            await LoadAsync(cancellationToken);
        }

        if (!Lines.Any(line => line.Notice.Id.Value == id))
        {
            this.Tell(refusals.Describe(refusal), Tone.Warning);
            return this.SeeOther(At());
        }

        Refused = new RefusedNotice(new PaymentNoticeId(id), refusal is RejectionReasonMissing ? RefusedNotice.Reason : RefusedNotice.Received, refusals.Describe(refusal), typed);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

/// <summary>What staff typed for a notice and was refused.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Field">Which field it belongs to.</param>
/// <param name="Text">Why, in words.</param>
/// <param name="Typed">What was typed.</param>
public sealed record RefusedNotice(PaymentNoticeId Id, string Field, string Text, string? Typed)
{
    public const string Received = "received";
    public const string Reason = "reason";
}
