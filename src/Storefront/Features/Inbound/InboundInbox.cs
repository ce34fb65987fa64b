using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <summary>Keeps each message once, as it came, and has it processed at once.</summary>
public sealed class InboundInbox(AccountTransactions transactions)
{
    /// <summary>The kind of due work that processes one message.</summary>
    public const string DueWorkKind = "inbound.process";

    /// <param name="way">By what it came.</param>
    /// <param name="messageId">Under which its sender sent it; null when it has none, and its bytes are what it is known by.</param>
    /// <param name="raw">As it came.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    public Task<Result<Done>> StoreAsync(InboundWay way, string? messageId, byte[] raw, CancellationToken cancellationToken)
    {
        var print = Convert.ToHexStringLower(SHA256.HashData(messageId is null ? raw : Encoding.UTF8.GetBytes($"{way}:{messageId}")));
        return transactions.RunAsync<Done>(async (scope, token) =>
        {
            if (await scope.Db.Set<InboundMessage>().AnyAsync(row => row.Fingerprint == print, token))
            {
                return Done.Value;
            }

            var row = new InboundMessage { Id = InboundMessageId.New(scope.Now), Way = way, Fingerprint = print, Raw = raw, ReceivedAt = scope.Now };
            scope.Db.Add(row);
            await scope.ScheduleAsync(DueWorkKind, $"inbound:{row.Id.Value:N}", scope.Now, subject: row.Id.ToString(), cancellationToken: token);
            return Done.Value;
        },
        cancellationToken);
    }
}
