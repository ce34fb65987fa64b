using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <param name="Caller">The member who asked; null where the address says it, or for the first owner.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">What was asked for, in Markdown.</param>
/// <param name="Kind">Key of a kind of the handbook.</param>
/// <param name="Urgency">The caller's answer, where the house asks.</param>
/// <param name="Impact">The caller's answer, where the house asks.</param>
/// <param name="Platform">Key of a platform of the handbook, if one is named.</param>
/// <param name="IdempotencyKey">The same key and input again open nothing more.</param>
/// <param name="CallerEmail">Address of the member who asked, whatever capitals; null where it is not by its address that it is known.</param>
public sealed record CallerTicketInput(
    UserId? Caller,
    string? Subject,
    string? Body,
    string? Kind,
    Urgency? Urgency,
    Impact? Impact,
    string? Platform,
    string IdempotencyKey,
    string? CallerEmail = null);

/// <summary>
/// Staff open the ticket of a customer who called: it is the customer's, and says that the house wrote it down (FEN-17). The caller is sent
/// its number.
/// </summary>
public sealed class OpenTicketForCaller(AccountTransactions transactions, OpenTicket open, Handbooks handbooks)
{
    private const string Operation = "ticket.open-for-caller";

    /// <summary>The ticket; <see cref="NotFound"/> for an account or a member that there is not, and what <see cref="OpenTicket"/> refuses.</summary>
    public async Task<Result<OpenedTicket>> HandleAsync(AccountId account, CallerTicketInput input, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("account");
        }

        var channel = handbooks.Present.Channels.FirstOrDefault(way => way.By == ChannelWay.Phone)?.Key;
        var wanted = new OpenTicketInput(
            input.Subject, input.Body, input.Kind, input.Urgency, input.Impact, input.Platform, ScheduleForNextPeriod: false, [], IdempotencyKey: null, ChannelKey: channel);
        if (open.Check(wanted) is [var fault, ..])
        {
            return fault;
        }

        return await transactions.RunAsync<OpenedTicket>(
            account,
            (scope, token) => scope.OnceAsync(Operation, input.IdempotencyKey, input, () => OpenAsync(scope, wanted, input, staff, token), token),
            cancellationToken);
    }

    private async Task<Result<OpenedTicket>> OpenAsync(
        AccountScope scope, OpenTicketInput wanted, CallerTicketInput input, Viewer staff, CancellationToken cancellationToken)
    {
        var members = await scope.Db.Set<Member>().Where(member => member.AccountId == scope.AccountId)
            .Join(scope.Db.Users, member => member.UserId, user => user.Id, (member, user) => new { member.UserId, member.Role, member.JoinedAt, user.Email })
            .ToListAsync(cancellationToken);
        var asked = members
            .Where(member => (input.Caller is null || member.UserId == input.Caller)
                && (input.CallerEmail is null || string.Equals(member.Email, input.CallerEmail.Trim(), StringComparison.OrdinalIgnoreCase)))
            .OrderBy(member => member.Role == MemberRole.Owner ? 0 : 1).ThenBy(member => member.JoinedAt).FirstOrDefault();
        return asked is null
            ? new NotFound("member")
            : await open.OpenAsync(scope, wanted, asked.UserId, cancellationToken, staff.UserId);
    }
}
