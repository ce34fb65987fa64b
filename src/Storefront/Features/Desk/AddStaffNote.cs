using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Drafts;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>A note among staff. Nothing of it reaches the customer: no event, no count, no time of change (COM-06).</summary>
public sealed class AddStaffNote(StaffTransactions work, TicketStore tickets)
{
    /// <summary>The note, or <see cref="TextNotValid"/>.</summary>
    public Task<Result<StaffNote>> HandleAsync(TicketKey key, string? body, Viewer staff, CancellationToken cancellationToken)
    {
        var text = TicketText.CheckBody(body, tickets.Policy.Limits);
        return text.IsRefused
            ? Task.FromResult<Result<StaffNote>>(text.Refusal)
            : work.RunAsync<StaffNote>(
                key,
                staff,
                async (scope, ticket, token) =>
                {
                    var note = new StaffNote
                    {
                        AccountId = scope.AccountId,
                        Id = TicketMessageId.New(scope.Now),
                        TicketId = ticket.Row.Id,
                        AuthorId = staff.UserId,
                        Body = text.Value,
                        At = scope.Now,
                    };
                    scope.Db.Add(note);
                    scope.AppendStaff(new StaffNoteAdded(ticket.Row.Id, note.Id, staff.UserId));
                    await scope.ForgetDraftAsync(ticket.Row.Id, staff.UserId, DraftKind.Note, token);
                    return note;
                },
                cancellationToken);
    }
}
