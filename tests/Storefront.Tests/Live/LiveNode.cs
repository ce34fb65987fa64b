using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Storefront.Domain.Shared;
using Storefront.Live;
using Storefront.Tests.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Live;

/// <summary>A store whose relay runs: one of the nodes behind a load balancer.</summary>
internal sealed class LiveNode : IAsyncDisposable
{
    private readonly List<IHostedService> running;

    private LiveNode(TestStore store)
    {
        Store = store;
        running = [.. store.Provider.GetServices<IHostedService>().Where(service => service is EventRelay or PostgresListener)];
    }

    public TestStore Store { get; }

    public static async Task<LiveNode> StartAsync(DatabaseKind kind) => await StartAsync(await TestStore.CreateAsync(kind));

    public static async Task<LiveNode> StartAsync(TestStore store)
    {
        var node = new LiveNode(store);
        foreach (var service in node.running)
        {
            await service.StartAsync(CancellationToken.None);
        }

        return node;
    }

    public async Task AppendAsync(AccountId account, int count) => await Store.Transactions.RunAsync<Done>(
        account,
        (scope, _) =>
        {
            for (var i = 0; i < count; i++)
            {
                scope.Append(new SampleHappened(i));
            }

            return Task.FromResult<Result<Done>>(Done.Value);
        },
        CancellationToken.None);

    public LogFollower Follow(AccountId account, long after, TicketId? ticket = null) =>
        new(Store.Get<EventLogReader>().FollowAsync(new LogRequest { Account = account, Ticket = ticket }, after));

    public async ValueTask DisposeAsync()
    {
        foreach (var service in running)
        {
            await service.StopAsync(CancellationToken.None);
        }

        await Store.DisposeAsync();
    }
}
