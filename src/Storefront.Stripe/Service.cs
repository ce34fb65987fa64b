using System.Runtime.CompilerServices;
using Storefront.Stripe.Infrastructure;

namespace Storefront.Stripe;

/// <summary>What the services of all resources share.</summary>
/// <typeparam name="TEntity">The resource.</typeparam>
public abstract class Service<TEntity>
    where TEntity : StripeEntity, IHasId
{
    private readonly string _basePath;

    private protected Service(StripeClient client, string basePath)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
        _basePath = basePath;
    }

    public StripeClient Client { get; }

    private protected Task<TEntity> CreateEntityAsync(BaseOptions? options, RequestOptions? requestOptions, CancellationToken cancellationToken) =>
        Client.RequestAsync<TEntity>(HttpMethod.Post, _basePath, options, requestOptions, cancellationToken);

    private protected Task<TEntity> GetEntityAsync(string id, BaseOptions? options, RequestOptions? requestOptions, CancellationToken cancellationToken) =>
        Client.RequestAsync<TEntity>(HttpMethod.Get, InstancePath(id), options, requestOptions, cancellationToken);

    private protected Task<TEntity> UpdateEntityAsync(string id, BaseOptions? options, RequestOptions? requestOptions, CancellationToken cancellationToken) =>
        Client.RequestAsync<TEntity>(HttpMethod.Post, InstancePath(id), options, requestOptions, cancellationToken);

    private protected Task<TEntity> DeleteEntityAsync(string id, BaseOptions? options, RequestOptions? requestOptions, CancellationToken cancellationToken) =>
        Client.RequestAsync<TEntity>(HttpMethod.Delete, InstancePath(id), options, requestOptions, cancellationToken);

    /// <summary>A POST to <c>/v1/things/id/action</c>.</summary>
    private protected Task<TEntity> ActAsync(string id, string action, BaseOptions? options, RequestOptions? requestOptions, CancellationToken cancellationToken) =>
        Client.RequestAsync<TEntity>(HttpMethod.Post, $"{InstancePath(id)}/{action}", options, requestOptions, cancellationToken);

    private protected Task<StripeList<TEntity>> ListEntitiesAsync(ListOptions? options, RequestOptions? requestOptions, CancellationToken cancellationToken) =>
        Client.RequestAsync<StripeList<TEntity>>(HttpMethod.Get, _basePath, options, requestOptions, cancellationToken);

    private protected IAsyncEnumerable<TEntity> ListEntitiesAutoPagingAsync(ListOptions? options, RequestOptions? requestOptions, CancellationToken cancellationToken) =>
        PageAsync<TEntity>(_basePath, options, requestOptions, cancellationToken);

    /// <summary>
    /// Every object of a list, page after page, newest first; with <see cref="ListOptions.EndingBefore"/> from there towards the
    /// newest, oldest first.
    /// </summary>
    private protected async IAsyncEnumerable<T> PageAsync<T>(
        string path, ListOptions? options, RequestOptions? requestOptions, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IHasId
    {
        var backwards = options?.EndingBefore is not null;
        var cursorName = backwards ? "ending_before" : "starting_after";
        var parameters = options is null ? [] : FormEncoder.Encode(options);
        while (true)
        {
            var page = await Client.RequestAsync<StripeList<T>>(HttpMethod.Get, path, parameters, requestOptions, cancellationToken);
            if (backwards)
            {
                page.Data.Reverse();
            }

            foreach (var entity in page.Data)
            {
                yield return entity;
            }

            if (!page.HasMore || page.Data.Count == 0)
            {
                yield break;
            }

            parameters.RemoveAll(parameter => parameter.Key == cursorName);
            parameters.Add(new(cursorName, page.Data[^1].Id));
        }
    }

    private protected string InstancePath(string id)
    {
        // An empty id would address the whole collection, and dots its parent.
        if (string.IsNullOrWhiteSpace(id) || id is "." or "..")
        {
            throw new ArgumentException("The id of an object of Stripe's is missing.", nameof(id));
        }

        return $"{_basePath}/{Uri.EscapeDataString(id)}";
    }
}
