using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Status;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Status;

/// <summary>Staff tell how far an incident or a maintenance is; the last step resolves it (FEN-20).</summary>
public sealed class UpdateIncident(AccountTransactions transactions, CurrentStatus current, HouseSignal signal)
{
    /// <summary>The incident, or <see cref="TextNotValid"/>, <see cref="IncidentOver"/> or <see cref="IncidentStepNotValid"/>.</summary>
    /// <param name="id">Which.</param>
    /// <param name="step">How far it is.</param>
    /// <param name="text">What is told, in Markdown.</param>
    /// <param name="key">Sent twice, it is told once.</param>
    /// <param name="staff">Who tells it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Incident>> HandleAsync(
        IncidentId id, IncidentStep step, string? text, string key, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("incident");
        }

        if (!TicketText.Check("text", text, OpenIncident.TextLength, multiline: true).TryGet(out var told, out var refusal))
        {
            return refusal;
        }

        var updated = await transactions.RunAsync<Incident>(
            async (scope, token) =>
            {
                if (await scope.Db.Set<Incident>().SingleOrDefaultAsync(row => row.Id == id, token) is not { } incident)
                {
                    return new NotFound("incident");
                }

                if (await scope.Db.Set<IncidentUpdate>().AnyAsync(row => row.IdempotencyKey == key, token))
                {
                    return incident;
                }

                return IncidentRules.Update(incident.ToDomain(), step, scope.Now).Map(state =>
                {
                    incident.Update(state);
                    scope.Db.Add(new IncidentUpdate
                    {
                        IncidentId = id,
                        Id = IncidentUpdateId.New(scope.Now),
                        At = scope.Now,
                        Step = step,
                        Text = told,
                        AuthorId = staff.UserId,
                        IdempotencyKey = key,
                    });
                    return incident;
                });
            },
            cancellationToken);
        if (!updated.IsRefused)
        {
            await current.RefreshAsync(cancellationToken);
            await signal.TellAsync(cancellationToken);
        }

        return updated;
    }
}
