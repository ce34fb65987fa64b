using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Shared;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk.Lists;

/// <summary>What the list and the board have in common: what is looked at, and who it can be given to.</summary>
public abstract class DeskListModel(DeskListReader reader, StaffReader people, OperationsReader operations, CurrentViewer current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DeskListQuery Query { get; set; } = new();

    /// <summary>Where the page is, without what narrows it.</summary>
    public abstract string Path { get; }

    public IReadOnlyList<StaffPerson> People { get; private set; } = [];

    public DeskCounts Counts { get; private set; } = new([]);

    public DeskAttention Attention { get; private set; } = new(0, 0, 0, 0, 0);

    public LiveStream Stream { get; } = LiveStream.For("subscription { deskQueueChanged { at } }", "{}");

    public Viewer Staff => current.Viewer!;

    protected DeskListReader Reader => reader;

    /// <summary>The customer whose tickets alone are shown; null for all.</summary>
    public abstract string? AccountName { get; }

    /// <summary>The page with a handler, so that what narrows it is kept.</summary>
    public string AddressOf(string handler)
    {
        var address = Query.AddressOf(Path);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
    }

    protected async Task LoadAsync(DeskCounts counts, CancellationToken cancellationToken)
    {
        Counts = counts;
        People = await people.ListAsync(cancellationToken);
        Attention = await operations.CountAsync(counts, cancellationToken);
    }

    /// <summary>Whom a choice of the form means; a refusal when it means nobody that could be.</summary>
    protected Result<BulkChange> ChangeOf(string? act, string? assignee, string? status) => act switch
    {
        "assign" when assignee == DeskListQuery.Me => new BulkChange.Assign(Staff.UserId),
        "assign" when assignee == DeskListQuery.Nobody => new BulkChange.Assign(null),
        "assign" when Guid.TryParse(assignee, out var id) => new BulkChange.Assign(new UserId(id)),
        "confirm" => new BulkChange.ConfirmClass(),
        "move" when Enum.TryParse<Domain.Tickets.TicketStatus>(status, out var to) && Enum.IsDefined(to) => new BulkChange.Move(to),
        _ => new NotFound("change"),
    };
}
