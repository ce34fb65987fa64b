using System.Security.Cryptography;
using System.Text;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Does what the preview of a wish said, or refuses when it would do something else by now.</summary>
public sealed class ConfirmWish(PreviewWish previews, OwnersChange change)
{
    /// <param name="wish">What is wanted.</param>
    /// <param name="token">The preview's; confirming it twice is once.</param>
    /// <param name="viewer">Who confirms.</param>
    /// <param name="cancellationToken">Stops it; what was recorded is finished later.</param>
    public async Task<Result<ChangeOutcome>> HandleAsync(SubscriptionChange wish, string token, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        if (!previews.Open(token, wish, account).TryGet(out var shown, out var notShown))
        {
            return notShown;
        }

        if (!(await previews.HandleAsync(wish, viewer, cancellationToken)).TryGet(out var present, out var refusal))
        {
            return refusal;
        }

        return present.Preview == shown
            ? await change.HandleAsync(wish, KeyOf(token), viewer, cancellationToken)
            : new PreviewOutdated([]);
    }

    private static string KeyOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
