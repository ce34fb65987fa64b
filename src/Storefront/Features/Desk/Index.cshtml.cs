using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>The list: what the house has to do, what is at risk first, and changes to several tickets at once.</summary>
public sealed class IndexModel(
    DeskListReader reader, StaffReader people, OperationsReader operations, CurrentViewer current, IStringLocalizer<DeskToolsTexts> texts)
    : DeskListModel(reader, people, operations, current)
{
    public override string Path => "/desk";

    public IReadOnlyList<DeskEntry> Entries { get; private set; } = [];

    /// <summary>How many tickets fit, on all pages.</summary>
    public int Total { get; private set; }

    public PageLinks Links { get; private set; } = new(null, null);

    /// <summary>What came of the change before; null without one.</summary>
    public BulkReport? Report { get; private set; }

    public override string? AccountName => Query.Account is null ? null : Entries.Select(entry => entry.Account.Name).FirstOrDefault("");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Report = BulkReport.Read(TempData[BulkReport.Key]);
        Query = Query.Bounded();
        var page = await Reader.ListAsync(Query, Staff.UserId, cancellationToken);
        (Entries, Total) = (page.Entries, page.Total);
        Links = new PageLinks(
            Query.At > 0 ? (Query with { At = Query.At - 1 }).AddressOf(Path) : null,
            (Query.At + 1) * DeskListReader.PageSize < Total ? (Query with { At = Query.At + 1 }).AddressOf(Path) : null);
        await LoadAsync(page.Counts, cancellationToken);
    }

    public async Task<IActionResult> OnPostBulkAsync(
        List<int> numbers, string? act, string? assignee, string? status, [FromServices] ChangeTickets change, [FromServices] DeskWords words, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0 || !ChangeOf(act, assignee, status).TryGet(out var wanted, out _))
        {
            this.Tell(texts[numbers.Count == 0 ? "Bulk.NothingChosen" : "Bulk.NoChange"], Tone.Warning);
            return LocalRedirect(Query.Bounded().AddressOf(Path));
        }

        var changed = await change.HandleAsync(numbers, wanted, Staff, cancellationToken);
        if (changed.Refusal is { } refusal)
        {
            this.Tell(words.Describe(refusal), Tone.Warning);
        }
        else
        {
            TempData[BulkReport.Key] = BulkReport.Of(changed.Value, words).Write();
        }

        return LocalRedirect(Query.Bounded().AddressOf(Path));
    }

    /// <summary>Takes the one ticket whose button was pressed, whatever is chosen besides.</summary>
    public Task<IActionResult> OnPostTakeAsync(int take, [FromServices] ChangeTickets change, [FromServices] DeskWords words, CancellationToken cancellationToken) =>
        OnPostBulkAsync([take], "assign", DeskListQuery.Me, status: null, change, words, cancellationToken);
}
