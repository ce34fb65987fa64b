using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Hosting;

namespace Storefront.Store;

/// <summary>The house's handbook as it is, and as it was when something was sold under it (COM-04).</summary>
public sealed class Handbooks
{
    private readonly ConcurrentDictionary<string, Handbook> versions = new(StringComparer.Ordinal);

    public Handbooks(Handbook present)
    {
        Present = present;
        versions[present.Version.Hash] = present;
    }

    /// <summary>Calendar, kinds, queue, texts and what is sold now.</summary>
    public Handbook Present { get; }

    /// <summary>The handbook that comes with the program for that house.</summary>
    /// <exception cref="StartRefusedException">There is none, or it has faults: all of them are listed.</exception>
    public static Handbook Load(string house) => Usable(house, HandbookCatalogue.Load(house));

    /// <summary>A handbook without faults, or no start.</summary>
    internal static Handbook Usable(string house, Result<Handbook> loaded) => loaded switch
    {
        { Refusal: FaultyHandbook faulty } => throw new StartRefusedException(
            $"The handbook of {house} cannot be used:", [.. faulty.Problems.Select(problem => problem.ToString())]),
        { Refusal: { } refusal } => throw new StartRefusedException("There is no handbook to run:", [refusal.ToString()]),
        { Value: var handbook } => handbook,
    };

    /// <summary>The version under which something was sold.</summary>
    /// <param name="db">Where it is read, the first time.</param>
    /// <param name="hash">Its hash, as rows keep it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Handbook> OfVersionAsync(StorefrontDb db, string hash, CancellationToken cancellationToken)
    {
        if (versions.TryGetValue(hash, out var known))
        {
            return known;
        }

        var json = await db.Set<HandbookVersionRow>().Where(version => version.Hash == hash).Select(version => version.Json).SingleAsync(cancellationToken);
        return versions.GetOrAdd(hash, HandbookLoader.Load(json).Value);
    }
}
