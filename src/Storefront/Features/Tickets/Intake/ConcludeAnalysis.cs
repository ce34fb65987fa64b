using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets.Intake;

/// <param name="Outcome">How the analysis ends.</param>
/// <param name="Text">What the customer is told, in Markdown: the answer, the question, the explanation.</param>
/// <param name="Day">The expected date, for an outcome that has one.</param>
/// <param name="IdempotencyKey">The same key and input again conclude nothing more; null when the caller has none.</param>
public sealed record ConcludeAnalysisInput(AnalysisOutcome Outcome, string? Text, LocalDate? Day = null, string? IdempotencyKey = null);

/// <summary>Staff end a ticket's analysis in one of the house's outcomes; the customer is told in words (ALF-07).</summary>
public sealed class ConcludeAnalysis(StaffTransactions work, TicketStore tickets, IntakeAnswers answers, Handbooks handbooks)
{
    private const string Operation = "ticket.conclude-analysis";

    /// <returns>The message to the customer, or <see cref="OutcomeNotOffered"/>, <see cref="ExpectedDateMissing"/>, <see cref="ViabilityFirst"/> …</returns>
    public Task<Result<TicketMessageId>> HandleAsync(TicketKey key, ConcludeAnalysisInput input, Viewer staff, CancellationToken cancellationToken) =>
        TicketText.CheckBody(input.Text, tickets.Policy.Limits).TryGet(out var body, out var fault)
            ? work.RunAsync<TicketMessageId>(
                key,
                staff,
                (scope, ticket, token) => input.IdempotencyKey is { } once
                    ? scope.OnceAsync(Operation, once, new { key, input }, () => ConcludeAsync(scope, ticket, input, body, staff, token), token)
                    : ConcludeAsync(scope, ticket, input, body, staff, token),
                cancellationToken)
            : Task.FromResult<Result<TicketMessageId>>(fault);

    private async Task<Result<TicketMessageId>> ConcludeAsync(
        AccountScope scope, CurrentTicket ticket, ConcludeAnalysisInput input, string body, Viewer staff, CancellationToken cancellationToken)
    {
        var house = handbooks.Present;
        var today = scope.Now.InZone(house.Zone).Date;
        if (!TicketIntake.Conclude(ticket.State, house.Intake, house.Tickets, input.Outcome, input.Day, today, scope.Now).TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        var intake = await TicketIntakes.OfAsync(scope, ticket.Row.Id, cancellationToken);
        (intake.Outcome, intake.OutcomeAt) = (input.Outcome, scope.Now);
        return await answers.SayAsync(scope, ticket, change, body, staff, cancellationToken);
    }
}
