using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Help;

/// <summary>What customers say of automatic answers.</summary>
[MutationType]
[Error<ReadOnlyMember>]
[Error<NotFound>]
public static class HelpMutations
{
    /// <summary>Says whether the automatic first answer was enough: then the ticket is closed, otherwise it waits for a person as before.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="solved">Whether it was enough.</param>
    /// <param name="viewer">Who says so.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<TicketStepNotAllowed>]
    public static async Task<Result<Ticket>> JudgeAutomaticAnswerAsync(
        [ID("Ticket")] TicketKey ticketId,
        bool solved,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        JudgeAutomaticAnswer action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken)
    {
        var judged = await action.HandleAsync(ticketId.Id, solved, viewer, cancellationToken);
        return judged.Refusal is { } refusal
            ? refusal
            : (await tickets.LoadAsync(new TicketKey(viewer.AccountId!.Value, ticketId.Id), cancellationToken))!;
    }
}
