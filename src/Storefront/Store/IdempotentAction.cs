using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;

namespace Storefront.Store;

/// <summary>Makes an action that is asked for twice under one key happen once.</summary>
public static class IdempotentAction
{
    /// <summary>Most characters of a key.</summary>
    public const int MaxKeyLength = 255;

    /// <summary>
    /// Acts, and keeps the answer under the caller's key, in the same transaction. The same key with the same input is answered as before,
    /// without acting; with another input it is refused. A refusal is not kept: asked again, it may go well.
    /// </summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="operation">The action's name.</param>
    /// <param name="key">As the caller chose it, 1 to <see cref="MaxKeyLength"/> characters.</param>
    /// <param name="input">All that the answer depends on.</param>
    /// <param name="action">What is done the first time; its answer is written as <see cref="StoreJson"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Result<T>> OnceAsync<T>(
        this AccountScope scope, string operation, string key, object input, Func<Task<Result<T>>> action, CancellationToken cancellationToken)
    {
        if (key.Length is 0 or > MaxKeyLength)
        {
            return new IdempotencyKeyNotValid(MaxKeyLength);
        }

        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, input.GetType(), StoreJson.Options));
        var kept = await scope.Db.Set<IdempotencyKeyRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Key == key, cancellationToken);
        if (kept is not null)
        {
            return kept.Operation == operation && kept.InputHash.AsSpan().SequenceEqual(hash)
                ? JsonSerializer.Deserialize<T>(kept.Answer, StoreJson.Options)!
                : new IdempotencyKeyReused();
        }

        var result = await action();
        if (!result.IsRefused)
        {
            scope.Db.Add(new IdempotencyKeyRow
            {
                AccountId = scope.AccountId,
                Key = key,
                Operation = operation,
                InputHash = hash,
                Answer = JsonSerializer.Serialize(result.Value, StoreJson.Options),
                CreatedAt = scope.Now,
            });
        }

        return result;
    }
}

/// <summary>The idempotency key was used before, for something else.</summary>
public sealed record IdempotencyKeyReused : Refusal
{
    public override string Code => "IDEMPOTENCY_KEY_REUSED";
}

/// <summary>The idempotency key is empty or too long.</summary>
/// <param name="MaxLength">Most characters of a key.</param>
public sealed record IdempotencyKeyNotValid(int MaxLength) : Refusal
{
    public override string Code => "IDEMPOTENCY_KEY_NOT_VALID";
}
