using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>The board: a column a status, in each what is at risk first; a card is moved by its buttons, or dragged.</summary>
public sealed class BoardModel(
    DeskListReader reader, StaffReader people, OperationsReader operations, CurrentViewer current, IStringLocalizer<DeskToolsTexts> texts)
    : DeskListModel(reader, people, operations, current)
{
    public override string Path => "/desk/board";

    public IReadOnlyList<DeskColumn> Columns { get; private set; } = [];

    public override string? AccountName =>
        Query.Account is null ? null : Columns.SelectMany(column => column.Entries).Select(entry => entry.Account.Name).FirstOrDefault("");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Query = Query.Bounded();
        Columns = await Reader.ReadBoardAsync(Query, Staff.UserId, cancellationToken);
        await LoadAsync(await Reader.CountAsync(Staff.UserId, cancellationToken), cancellationToken);
    }

    /// <param name="to">Which ticket and where it goes, such as <c>12:InProgress</c>.</param>
    /// <param name="change">Changes tickets.</param>
    /// <param name="words">Says why not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IActionResult> OnPostMoveAsync(
        string? to, [FromServices] ChangeTickets change, [FromServices] DeskWords words, CancellationToken cancellationToken)
    {
        if (to?.Split(':') is not [var text, var status]
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !Enum.TryParse<TicketStatus>(status, out var wanted)
            || !Enum.IsDefined(wanted))
        {
            return NotFound();
        }

        var changed = await change.HandleAsync([number], new BulkChange.Move(wanted), Staff, cancellationToken);
        if (changed.Value is [{ Refusal: { } refusal }])
        {
            this.Tell(texts["Board.NotMoved", number, words.Describe(refusal)], Tone.Warning);
        }
        else
        {
            this.Tell(texts["Board.Moved", number]);
        }

        return LocalRedirect(Query.Bounded().AddressOf(Path));
    }
}
