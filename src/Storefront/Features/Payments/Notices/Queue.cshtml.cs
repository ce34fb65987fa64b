using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Shared;
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

    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Lines, var hasMore) = ShowsDecided
            ? await reader.ListDecidedAsync(After, cancellationToken)
            : await reader.ListWaitingAsync(After, cancellationToken);
        Waiting = await reader.CountAsync(cancellationToken);
        var first = ShowsDecided ? $"{Here}?show={Decided}" : Here;
        Links = new PageLinks(
            After is null ? null : first,
            hasMore ? string.Create(CultureInfo.InvariantCulture, $"{first}{(ShowsDecided ? '&' : '?')}after={Lines[^1].Notice.Number}") : null);
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid account, Guid id, string? received, bool again, CancellationToken cancellationToken) =>
        Answer(await confirm.HandleAsync(KeyOf(account, id), received, again, current.Viewer!, cancellationToken), "Desk.Confirmed");

    public async Task<IActionResult> OnPostRejectAsync(Guid account, Guid id, string? reason, CancellationToken cancellationToken) =>
        Answer(await reject.HandleAsync(KeyOf(account, id), reason, current.Viewer!, cancellationToken), "Desk.RejectedTold");

    public async Task<IActionResult> OnPostReverseAsync(Guid account, Guid id, CancellationToken cancellationToken) =>
        Answer(await reverse.HandleAsync(KeyOf(account, id), current.Viewer!, cancellationToken), "Desk.ReversedTold");

    private static NoticeKey KeyOf(Guid account, Guid id) => new(new AccountId(account), new PaymentNoticeId(id));

    private IActionResult Answer(Result<PaymentNotice> done, string told)
    {
        if (done.Refusal is NotFound)
        {
            return new NotFoundResult();
        }

        this.Tell(done.Refusal is { } refusal ? refusals.Describe(refusal) : texts[told].Value, done.IsRefused ? Tone.Warning : Tone.Success);
        return this.SeeOther(Here);
    }
}
