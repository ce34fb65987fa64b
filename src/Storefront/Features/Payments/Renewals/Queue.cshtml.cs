using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;

namespace Storefront.Features.Payments.Renewals;

/// <summary>What staff see of plans that customers pay by themselves: what is late, due and to come.</summary>
public sealed class QueueModel(RenewalQueueReader reader, Handbook handbook) : PageModel
{
    public Handbook House => handbook;

    public IReadOnlyList<QueuedRenewal> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await reader.ListAsync(cancellationToken);
}
