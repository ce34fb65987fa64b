using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Status;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Status;

/// <param name="Kind">Something that went wrong now, or work that is announced.</param>
/// <param name="Level">How grave an incident is; of no account for maintenance.</param>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Text">What is told of it first, in Markdown.</param>
/// <param name="Components">Keys of the parts it touches; none for all.</param>
/// <param name="StartsAt">When maintenance begins; null for at once.</param>
/// <param name="EndsAt">When maintenance is planned to be over.</param>
/// <param name="Key">Sent twice, it opens one.</param>
public sealed record OpenIncidentInput(
    IncidentKind Kind,
    HouseStatusLevel Level,
    string? Title,
    string? Text,
    IReadOnlyCollection<string> Components,
    Instant? StartsAt,
    Instant? EndsAt,
    string Key);

/// <summary>Staff tell that something is wrong, or announce maintenance; everybody sees it at once (FEN-20).</summary>
public sealed class OpenIncident(AccountTransactions transactions, Handbook handbook, CurrentStatus current, HouseSignal signal)
{
    public const int TitleLength = 120;
    public const int TextLength = 4_000;

    /// <summary>The incident, or <see cref="TextNotValid"/>, <see cref="UnknownStatusComponent"/>, <see cref="IncidentLevelNotValid"/> or <see cref="MaintenanceTimeNotValid"/>.</summary>
    public async Task<Result<Incident>> HandleAsync(OpenIncidentInput input, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("incident");
        }

        if (!TicketText.Check("title", input.Title, TitleLength, multiline: false).TryGet(out var title, out var refusal)
            || !TicketText.Check("text", input.Text, TextLength, multiline: true).TryGet(out var text, out refusal))
        {
            return refusal;
        }

        string[] components = [.. input.Components.Distinct(StringComparer.Ordinal)];
        if (Array.Find(components, key => !handbook.Status.Components.Any(known => known.Key == key)) is { } unknown)
        {
            return new UnknownStatusComponent(unknown);
        }

        var opened = await transactions.RunAsync<Incident>(
            async (scope, token) =>
            {
                if (await scope.Db.Set<Incident>().FirstOrDefaultAsync(row => row.IdempotencyKey == input.Key, token) is { } already)
                {
                    return already;
                }

                var now = scope.Now;
                var decided = input.Kind == IncidentKind.Incident
                    ? IncidentRules.OpenIncident(input.Level, now)
                    : IncidentRules.Announce(input.StartsAt ?? now, input.EndsAt ?? Instant.MinValue, now);
                return decided.Map(state => Add(scope, state, title, text, components, input.Key, staff.UserId));
            },
            cancellationToken);
        if (!opened.IsRefused)
        {
            await current.RefreshAsync(cancellationToken);
            await signal.TellAsync(cancellationToken);
        }

        return opened;
    }

    private static Incident Add(StoreScope scope, IncidentState state, string title, string text, string[] components, string key, UserId author)
    {
        var incident = new Incident
        {
            Id = IncidentId.New(scope.Now),
            Kind = state.Kind,
            Level = state.Level,
            Title = title,
            Components = components,
            Step = state.Step,
            StartsAt = state.StartsAt,
            EndsAt = state.EndsAt,
            OpenedBy = author,
            OpenedAt = scope.Now,
            IdempotencyKey = key,
        };
        scope.Db.Add(incident);
        scope.Db.Add(new IncidentUpdate
        {
            IncidentId = incident.Id,
            Id = IncidentUpdateId.New(scope.Now),
            At = scope.Now,
            Step = state.Step,
            Text = text,
            AuthorId = author,
            IdempotencyKey = key,
        });
        return incident;
    }
}
