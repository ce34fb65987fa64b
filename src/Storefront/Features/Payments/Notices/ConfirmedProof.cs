using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Storefront.Domain.Payments;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>
/// A file or a bank's number by which money was confirmed, in the whole house. Its key makes two who confirm copies of one proof at the same
/// time, in two accounts, see each other (TEC-03): the later one runs again and finds the earlier.
/// </summary>
public sealed class ConfirmedProof
{
    /// <summary>The file's hash, or the method with the number.</summary>
    public required string Key { get; init; }

    public required PaymentNoticeId NoticeId { get; init; }

    /// <summary>Of the notice that was confirmed with it first.</summary>
    public required long Number { get; init; }

    /// <summary>Writes down what a notice is confirmed by.</summary>
    /// <returns>The number of another notice that was confirmed by the same; null where there is none.</returns>
    internal static async Task<long?> AddAsync(AccountScope scope, PaymentNotice notice, CancellationToken cancellationToken)
    {
        var keys = KeysOf(notice).ToList();
        var known = await scope.Db.Set<ConfirmedProof>().Where(row => keys.Contains(row.Key)).ToListAsync(cancellationToken);
        foreach (var key in keys.Where(key => known.TrueForAll(row => row.Key != key)))
        {
            scope.Db.Add(new ConfirmedProof { Key = key, NoticeId = notice.Id, Number = notice.Number });
        }

        // Whoever confirms a copy meanwhile is met here, before anything else is done.
        await scope.Db.SaveChangesAsync(cancellationToken);
        return known.Where(row => row.Number != notice.Number).Select(row => (long?)row.Number).Min();
    }

    /// <summary>What was confirmed by it went back.</summary>
    internal static Task RemoveAsync(AccountScope scope, PaymentNoticeId notice, CancellationToken cancellationToken) =>
        scope.Db.Set<ConfirmedProof>().Where(row => row.NoticeId == notice).ExecuteDeleteAsync(cancellationToken);

    private static IEnumerable<string> KeysOf(PaymentNotice notice)
    {
        if (notice.ProofHash is { } hash)
        {
            yield return $"file:{hash}";
        }

        if (notice.ReferenceKey is { } reference)
        {
            yield return $"number:{notice.Method}:{reference}";
        }
    }
}

internal sealed class ConfirmedProofConfiguration : IEntityTypeConfiguration<ConfirmedProof>
{
    public void Configure(EntityTypeBuilder<ConfirmedProof> builder)
    {
        builder.ToTable("confirmed_proofs");
        builder.HasKey(proof => proof.Key);
        builder.HasIndex(proof => proof.NoticeId);
    }
}
