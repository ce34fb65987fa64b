using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Credentials;

/// <param name="Name">By which the customer knows it, in one line of up to <see cref="StoreCredential.NameLength"/> characters.</param>
/// <param name="Address">Where it is used; null to say nothing.</param>
/// <param name="UserName">Who signs in; null where a secret alone opens.</param>
/// <param name="Secret">Kept as it was typed, blanks and all.</param>
/// <param name="TicketId">A ticket that it is shared with at once; null for none.</param>
/// <param name="IdempotencyKey">The same key again stores nothing more; null when the caller has none.</param>
public sealed record StoreCredentialInput(string? Name, string? Address, string? UserName, string? Secret, TicketId? TicketId, string? IdempotencyKey)
{
    /// <summary>Says nothing of the secret, wherever it is written by mistake.</summary>
    public override string ToString() => nameof(StoreCredentialInput);
}

/// <summary>A customer puts what opens one of its systems into its safe (FLU-24).</summary>
public sealed class StoreCredential(AccountTransactions transactions, CredentialSafe safe, CredentialShares shares, BusinessClock clock)
{
    public const int NameLength = 80;

    public const int LineLength = 200;

    /// <summary>Enough for a certificate with its key.</summary>
    public const int SecretLength = 8000;

    private const int Most = 200;

    private const string Operation = "credential.store";

    /// <returns>Its id; refused with <see cref="TextNotValid"/>, <see cref="TooManyCredentials"/>, or what sharing refuses.</returns>
    public async Task<Result<CredentialId>> HandleAsync(StoreCredentialInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var refusal))
        {
            return refusal;
        }

        if (!Check(input).TryGet(out var wanted, out var fault))
        {
            return fault;
        }

        // Closed before the transaction: a key that has to be made for it is written to the same database.
        var id = CredentialId.New(clock.GetCurrentInstant());
        var content = safe.Close(account, id, new CredentialContent(wanted.UserName, wanted.Secret!));

        // The hash of the input says nothing of the secret: a short one could be guessed from it.
        return await transactions.RunAsync<CredentialId>(
            account,
            (scope, token) => input.IdempotencyKey is { } key
                ? scope.OnceAsync(Operation, key, new { wanted.Name, wanted.Address, wanted.TicketId }, () => StoreAsync(scope, wanted, id, content, token), token)
                : StoreAsync(scope, wanted, id, content, token),
            cancellationToken);
    }

    private async Task<Result<CredentialId>> StoreAsync(
        AccountScope scope, StoreCredentialInput input, CredentialId id, byte[] content, CancellationToken cancellationToken)
    {
        if (await scope.Db.Set<Credential>().CountAsync(row => row.AccountId == scope.AccountId, cancellationToken) >= Most)
        {
            return new TooManyCredentials(Most);
        }

        var credential = new Credential
        {
            AccountId = scope.AccountId,
            Id = id,
            Name = input.Name!,
            Address = input.Address,
            Content = content,
            StoredAt = scope.Now,
        };
        if (input.TicketId is { } ticket && (await shares.AddAsync(scope, credential, ticket, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        scope.Db.Add(credential);
        return id;
    }

    private static Result<StoreCredentialInput> Check(StoreCredentialInput input)
    {
        var faults = ImmutableArray.CreateBuilder<TextFault>();
        var name = Line("name", input.Name, NameLength, faults);
        var address = string.IsNullOrWhiteSpace(input.Address) ? null : Line("address", input.Address, LineLength, faults);
        var userName = string.IsNullOrWhiteSpace(input.UserName) ? null : Line("userName", input.UserName, LineLength, faults);
        var secret = input.Secret?.ReplaceLineEndings("\n") ?? "";
        if (TextOf("secret", secret, SecretLength, multiline: true) is { } notSecret)
        {
            faults.Add(notSecret);
        }

        return faults.Count == 0
            ? input with { Name = name, Address = address, UserName = userName, Secret = secret }
            : new TextNotValid(faults.ToImmutable());
    }

    private static string Line(string field, string? text, int length, ImmutableArray<TextFault>.Builder faults)
    {
        if (TextOf(field, text, length, multiline: false) is { } fault)
        {
            faults.Add(fault);
        }

        return text?.Trim() ?? "";
    }

    private static TextFault? TextOf(string field, string? text, int length, bool multiline) =>
        TicketText.Check(field, text, length, multiline).Refusal is TextNotValid refused ? refused.Faults[0] : null;
}
