using NodaTime;

namespace Storefront.Store;

/// <summary>Brings one account to the present, and has it woken when something is due next.</summary>
internal sealed class AccountSettling(IReadOnlyList<IAccountSettlement> parts)
{
    /// <summary>The kind of due work that settles an account.</summary>
    public const string DueWorkKind = "account.settle";

    public async Task CatchUpAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var now = scope.Now;
        var last = Instant.MinValue;
        while (true)
        {
            var due = await NextDueAsync(scope, cancellationToken);
            if (due.Min(next => next.At) is not { } at || at > now)
            {
                break;
            }

            // A step that was due before an earlier one happened is made at the earlier one's instant: time does not go back.
            scope.Now = at > last ? at : last;
            foreach (var (part, _) in due.Where(next => next.At == at))
            {
                await part.SettleAsync(scope, cancellationToken);
                await scope.Db.SaveChangesAsync(cancellationToken);
                if (await part.NextDueAsync(scope, cancellationToken) is { } next && next <= at)
                {
                    throw new InvalidOperationException($"{part.GetType()} settled {at} and is still due at {next}.");
                }
            }

            last = scope.Now;
        }

        scope.Now = now;
    }

    public async Task ScheduleNextAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        if (parts.Count == 0)
        {
            return;
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
        foreach (var part in parts)
        {
            await part.FinishAsync(scope, cancellationToken);
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
        var key = $"settle:{scope.AccountId.Value:N}";
        if ((await NextDueAsync(scope, cancellationToken)).Min(next => next.At) is { } at)
        {
            await scope.ScheduleAsync(DueWorkKind, key, at, scope.AccountId, cancellationToken: cancellationToken);
        }
        else
        {
            await scope.UnscheduleAsync(key, cancellationToken);
        }
    }

    private async Task<List<(IAccountSettlement Part, Instant? At)>> NextDueAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var due = new List<(IAccountSettlement, Instant?)>(parts.Count);
        foreach (var part in parts)
        {
            due.Add((part, await part.NextDueAsync(scope, cancellationToken)));
        }

        return due;
    }
}
