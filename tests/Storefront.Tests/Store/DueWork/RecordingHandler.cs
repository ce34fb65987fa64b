using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store.DueWork;

/// <summary>Writes down what it was given to do, and when; fails while it is told to.</summary>
public sealed class RecordingHandler(BusinessClock clock, RecordingHandler.Record record) : IDueWorkHandler
{
    public const string Kind = "sample";

    public Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        record.Done.Enqueue((work.Key, clock.GetCurrentInstant()));
        return record.Fails
            ? Task.FromException(new InvalidOperationException("It does not work today."))
            : record.OnHandle(work, cancellationToken);
    }

    public static Action<IServiceCollection> Register(Record record) => services =>
        services.AddSingleton(record).AddDueWork<RecordingHandler>(Kind);

    public static async Task ScheduleAsync(TestStore store, string key, Duration after, string? subject = null) =>
        await store.Transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                await scope.ScheduleAsync(Kind, key, TestStore.Start + after, subject: subject, cancellationToken: token);
                return Done.Value;
            },
            CancellationToken.None);

    public sealed class Record
    {
        public ConcurrentQueue<(string Key, Instant At)> Done { get; } = new();

        public bool Fails { get; set; }

        public Func<DueWorkRow, CancellationToken, Task> OnHandle { get; set; } = (_, _) => Task.CompletedTask;

        public IEnumerable<string> Keys => Done.Select(done => done.Key);
    }
}
