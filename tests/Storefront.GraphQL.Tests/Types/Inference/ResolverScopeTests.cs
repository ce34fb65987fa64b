using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Types.Inference;

/// <summary>Resolvers that run side by side with a service that faults when two of them use it at the same time.</summary>
public class ResolverScopeTests
{
    private readonly SchemaFixture fixture = Serve();

    private IReadOnlyList<Ledger> Made => fixture.Service<Shelf>().Ledgers;

    [Theory]
    [InlineData("direct")]
    [InlineData("through")]
    [InlineData("provider")]
    [InlineData("context")]
    public async Task Resolvers_side_by_side_have_a_scoped_service_each(string field)
    {
        Assert.Equal("""{"data":{"a":"read","b":"read"}}""", await fixture.ExecuteAsync($"{{ a: {field} b: {field} }}"));
        AssertAllAreGone(2);
    }

    [Fact]
    public async Task Those_that_say_so_share_the_requests_and_meet()
    {
        Assert.Contains("INTERNAL", await fixture.ExecuteAsync("{ a: shared b: shared }"), StringComparison.Ordinal);
        Assert.Single(Made);
    }

    [Fact]
    public async Task Root_fields_of_a_mutation_share_the_requests()
    {
        Assert.Equal("""{"data":{"a":1,"b":2}}""", await fixture.ExecuteAsync("mutation { a: count b: count }"));
        Assert.Single(Made);
    }

    [Fact]
    public async Task A_root_field_of_a_mutation_may_have_its_own()
    {
        Assert.Equal("""{"data":{"a":1,"b":1}}""", await fixture.ExecuteAsync("mutation { a: countApart b: countApart }"));
        AssertAllAreGone(2);
    }

    [Theory]
    [InlineData("never { value }", "\"never\":{\"value\":7}")]
    [InlineData("lazy { value }", "\"lazy\":[{\"value\":1},{\"value\":2}]")]
    [InlineData("nested", "\"nested\":[[1],[2]]")]
    [InlineData("waited { value }", "\"waited\":[{\"value\":1},{\"value\":2}]")]
    [InlineData("stream { value }", "\"stream\":[{\"value\":1},{\"value\":2}]")]
    [InlineData("query { value }", "\"query\":[{\"value\":1},{\"value\":2}]")]
    [InlineData("page(first: 1) { nodes { value } totalCount }", "\"page\":{\"nodes\":[{\"value\":1}],\"totalCount\":2}")]
    [InlineData("filtered(where: { value: { gt: 1 } }) { value }", "\"filtered\":[{\"value\":2}]")]
    public async Task What_is_read_from_a_service_is_read_before_it_goes(string selection, string expected)
    {
        Assert.Equal($"{{\"data\":{{{expected}}}}}", await fixture.ExecuteAsync($"{{ {selection} }}"));
        AssertAllAreGone(1);
    }

    [Fact]
    public async Task A_service_goes_when_its_value_is_there_and_not_with_the_request()
    {
        Assert.Equal(
            """{"data":{"query":[{"value":1,"open":0},{"value":2,"open":0}]}}""",
            await fixture.ExecuteAsync("{ query { value open } }"));
    }

    [Fact]
    public async Task A_service_goes_when_its_resolver_fails()
    {
        Assert.Contains("INTERNAL", await fixture.ExecuteAsync("{ broken }"), StringComparison.Ordinal);
        AssertAllAreGone(1);
    }

    [Fact]
    public async Task What_the_requests_service_knows_comes_along()
    {
        var serving = Serve(builder => builder.AddScopedServiceInitializer<Ledger>((request, own) => own.Tenant = request.Tenant));
        serving.Service<Ledger>().Tenant = "north";

        Assert.Equal("""{"data":{"tenant":"north"}}""", await serving.ExecuteAsync("{ tenant }"));
        Assert.Equal([false, true], serving.Service<Shelf>().Ledgers.Select(ledger => ledger.IsGone));
    }

    [Theory]
    [InlineData("direct", true)]
    [InlineData("through", true)]
    [InlineData("provider", true)]
    [InlineData("context", true)]
    [InlineData("never", true)]
    [InlineData("shared", false)]
    [InlineData("plain", false)]
    [InlineData("single", false)]
    [InlineData("singleThrough", false)]
    public void A_scope_is_made_only_where_something_of_one_may_be_taken(string field, bool isScoped)
    {
        Assert.Equal(isScoped, fixture.Schema.QueryType!.Fields[field].Resolver is AsyncResolver { IsScoped: true });
    }

    [Fact]
    public async Task One_who_takes_nothing_of_the_context_makes_no_scope()
    {
        await fixture.ExecuteAsync("{ idle }");

        Assert.True(fixture.Schema.QueryType!.Fields["idle"].Resolver is AsyncResolver { IsScoped: true });
        Assert.Empty(Made);
    }

    [Fact]
    public async Task All_may_share_the_requests_by_an_option()
    {
        var sharing = Serve(builder => builder.ModifyOptions(options => options.DefaultQueryDependencyInjectionScope = DependencyInjectionScope.Request));

        Assert.Contains("INTERNAL", await sharing.ExecuteAsync("{ a: direct b: direct }"), StringComparison.Ordinal);
    }

    private void AssertAllAreGone(int count)
    {
        Assert.Equal(count, Made.Count);
        Assert.All(Made, ledger => Assert.True(ledger.IsGone));
    }

    private static SchemaFixture Serve(Action<IRequestExecutorBuilder>? configure = null) => new(builder =>
    {
        builder.Services.AddSingleton<Meeting>().AddSingleton<Shelf>().AddScoped<Ledger>().AddTransient<LedgerReader>().AddTransient<ShelfReader>();
        builder.AddQueryType(typeof(Queries)).AddMutationType(typeof(Mutations)).AddTypeExtension(typeof(EntryFields));
        configure?.Invoke(builder);
    });

    public static class Queries
    {
        public static Task<string> DirectAsync(Ledger ledger) => ledger.ReadAsync();

        public static Task<string> ThroughAsync(LedgerReader reader) => reader.Ledger.ReadAsync();

        public static Task<string> ProviderAsync(IServiceProvider services) => services.GetRequiredService<Ledger>().ReadAsync();

        public static Task<string> ContextAsync(IResolverContext context) => context.Service<Ledger>().ReadAsync();

        [UseRequestScope]
        public static Task<string> SharedAsync(Ledger ledger) => ledger.ReadAsync();

        public static async Task<string> BrokenAsync(Ledger ledger)
        {
            await Task.Yield();
            throw new InvalidOperationException(ledger.ToString());
        }

        public static async Task<string> IdleAsync(IResolverContext context)
        {
            await Task.Yield();
            return context.ResponseName;
        }

        public static Entry Never(Ledger ledger) => new(ledger.Use(7));

        public static IEnumerable<Entry> Lazy(Ledger ledger) => ledger.Values().Select(value => new Entry(value));

        public static IEnumerable<IEnumerable<int>> Nested(Ledger ledger) => ledger.Values().Select(value => Enumerable.Repeat(value, 1).Select(ledger.Use)).ToList();

        public static Task<IEnumerable<Entry>> WaitedAsync(Ledger ledger) => Task.FromResult(Lazy(ledger));

        public static IAsyncEnumerable<Entry> Stream(Ledger ledger) => ledger.StreamAsync();

        public static IQueryable<Entry> Query(Ledger ledger) => Lazy(ledger).AsQueryable();

        [UsePaging(Keys = [nameof(Entry.Value)])]
        public static IQueryable<Entry> Page(Ledger ledger) => Lazy(ledger).AsQueryable();

        [UseFiltering]
        public static IQueryable<Entry> Filtered(Ledger ledger) => Lazy(ledger).AsQueryable();

        public static string? Tenant(Ledger ledger) => ledger.Tenant;

        public static string Plain() => "plain";

        public static int Single(Shelf shelf) => shelf.Ledgers.Count;

        public static int SingleThrough(ShelfReader reader) => reader.Shelf.Ledgers.Count;
    }

    public static class Mutations
    {
        public static int Count(Ledger ledger) => ledger.Count();

        [UseResolverScope]
        public static int CountApart(Ledger ledger) => ledger.Count();
    }

    public sealed record Entry(int Value);

    [ExtendObjectType<Entry>]
    public static class EntryFields
    {
        // How many are still there while the list is written.
        public static int Open(Shelf shelf) => shelf.Ledgers.Count(ledger => !ledger.IsGone);
    }

    public sealed record LedgerReader(Ledger Ledger);

    public sealed record ShelfReader(Shelf Shelf);

    /// <summary>All that were made.</summary>
    public sealed class Shelf
    {
        private readonly List<Ledger> made = [];

        public IReadOnlyList<Ledger> Ledgers
        {
            get
            {
                lock (made)
                {
                    return [.. made];
                }
            }
        }

        public void Add(Ledger ledger)
        {
            lock (made)
            {
                made.Add(ledger);
            }
        }
    }

    /// <summary>Where two resolvers wait for each other, so that they are certain to run side by side.</summary>
    public sealed class Meeting
    {
        private readonly TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref arrived) == 2)
            {
                both.SetResult();
            }

            return both.Task;
        }
    }

    /// <summary>Like a database context: for one user at a time, and of no use when it is gone.</summary>
    public sealed class Ledger : IAsyncDisposable
    {
        private readonly Meeting meeting;
        private int users;
        private int counted;

        public Ledger(Meeting meeting, Shelf shelf)
        {
            this.meeting = meeting;
            shelf.Add(this);
        }

        public string? Tenant { get; set; }

        public bool IsGone { get; private set; }

        public async Task<string> ReadAsync()
        {
            var isAlone = Interlocked.Increment(ref users) == 1;
            await meeting.ArriveAsync();
            ObjectDisposedException.ThrowIf(IsGone, this);
            Interlocked.Decrement(ref users);
            return isAlone ? "read" : throw new InvalidOperationException("A second operation was started before the first was done.");
        }

        public int Count()
        {
            ObjectDisposedException.ThrowIf(IsGone, this);
            return ++counted;
        }

        public int Use(int value)
        {
            ObjectDisposedException.ThrowIf(IsGone, this);
            return value;
        }

        public IEnumerable<int> Values()
        {
            yield return Use(1);
            yield return Use(2);
        }

        public async IAsyncEnumerable<Entry> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var value in Values())
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return new Entry(value);
            }
        }

        public ValueTask DisposeAsync()
        {
            IsGone = true;
            return ValueTask.CompletedTask;
        }
    }
}
