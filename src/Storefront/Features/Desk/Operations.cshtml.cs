using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Webhooks;
using Storefront.Features.Shared;
using Storefront.Store.DueWork;

namespace Storefront.Features.Desk;

/// <summary>What went wrong behind the scenes, with a way to have it tried again.</summary>
public sealed class OperationsModel(OperationsReader reader, IStringLocalizer<DeskTexts> texts) : PageModel
{
    public IReadOnlyList<FailedWebhook> Webhooks { get; private set; } = [];

    public IReadOnlyList<DueWorkRow> Work { get; private set; } = [];

    public IReadOnlyList<(Payment Payment, string Account)> Payments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Webhooks = await reader.ListWebhooksAsync(cancellationToken);
        Work = await reader.ListWorkAsync(cancellationToken);
        Payments = await reader.ListPaymentsAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostWebhookAsync(Guid id, [FromServices] RetryWebhook retry, CancellationToken cancellationToken) =>
        Answer(await retry.HandleAsync(new WebhookEventId(id), cancellationToken));

    public async Task<IActionResult> OnPostWorkAsync(Guid id, [FromServices] RetryDueWork retry, CancellationToken cancellationToken) =>
        Answer(await retry.HandleAsync(new DueWorkId(id), cancellationToken));

    private IActionResult Answer(Result<Done> retried)
    {
        if (retried.IsRefused)
        {
            return NotFound();
        }

        this.Tell(texts["Told.Retried"]);
        return RedirectToPage();
    }
}
