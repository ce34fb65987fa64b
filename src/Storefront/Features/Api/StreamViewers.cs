using System.Collections.Concurrent;
using System.Security.Claims;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Api;

/// <summary>
/// Whether who opened a stream may still listen. However many streams a token or sign-in has open, the database is asked once for all of them
/// every two seconds.
/// </summary>
internal sealed class StreamViewers(ViewerResolver viewers, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Key, Check> checks = new();
    private long sweptAt = time.GetTimestamp();

    /// <param name="viewer">As it was when the stream was opened.</param>
    /// <param name="principal">As the cookie says, for who has no token.</param>
    /// <param name="token">The token's text, for who has one.</param>
    public async ValueTask<bool> IsStillValidAsync(Viewer viewer, ClaimsPrincipal principal, string token)
    {
        var key = new Key(viewer.UserId, viewer.AccountId, viewer.Token?.Id, viewer.Token is null ? principal.FindFirstValue(ViewerResolver.StampClaim) : null);
        if (!checks.TryGetValue(key, out var check) || time.GetElapsedTime(check.At) > Fresh)
        {
            Sweep();

            // For all who wait, so that none of their tokens may cancel it.
            check = checks.AddOrUpdate(
                key,
                _ => Begin(viewer, principal, token),
                (_, other) => time.GetElapsedTime(other.At) > Fresh ? Begin(viewer, principal, token) : other);
        }

        var present = await check.Present.Value;
        return present is not null && present.AccountId == viewer.AccountId && present.IsStaff == viewer.IsStaff;
    }

    private Check Begin(Viewer viewer, ClaimsPrincipal principal, string token) => new(
        time.GetTimestamp(),
        new Lazy<Task<Viewer?>>(() => viewer.Token is null
            ? viewers.OfSessionAsync(principal, viewer.AccountId, CancellationToken.None)
            : viewers.OfTokenAsync(token, CancellationToken.None)));

    private void Sweep()
    {
        var last = Interlocked.Read(ref sweptAt);
        if (time.GetElapsedTime(last) < 30 * Fresh || Interlocked.CompareExchange(ref sweptAt, time.GetTimestamp(), last) != last)
        {
            return;
        }

        foreach (var (key, check) in checks)
        {
            if (time.GetElapsedTime(check.At) > Fresh)
            {
                checks.TryRemove(key, out _);
            }
        }
    }

    private sealed record Key(UserId User, AccountId? Account, ApiTokenId? Token, string? Stamp);

    private sealed record Check(long At, Lazy<Task<Viewer?>> Present);
}
