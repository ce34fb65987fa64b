using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Pipeline;
using Storefront.GraphQL.Tests.Validation;

namespace Storefront.GraphQL.Tests.Abuse;

/// <summary>
/// The engine with the limits that it has by itself: each hostile request is answered at once, allocates little, and leaves
/// nothing behind.
/// </summary>
[Collection(nameof(AloneCollection))]
public class AbuseTests
{
    // Generous: it is the processor's time, and of three attempts the best, but machines differ and the process does other things too. The benchmark measures.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly IServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    private static readonly RequestExecutor Executor = HostileRequests.BuildExecutor();

    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var request in HostileRequests.All)
            {
                names.Add(request.Name);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_request_is_answered_quickly_and_costs_little_memory(string name)
    {
        var request = HostileRequests.All.Single(candidate => candidate.Name == name);
        var variables = request.Variables is null ? default : JsonElement.Parse(request.Variables);
        var (best, least) = (TimeSpan.MaxValue, long.MaxValue);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var start = Environment.CpuUsage.TotalTime;
            var body = await SendAsync(request.Document, variables);
            var elapsed = Environment.CpuUsage.TotalTime - start;
            best = elapsed < best ? elapsed : best;
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - allocated);
            Assert.Contains(request.Expected == "data" ? "{\"data\":" : request.Expected, body, StringComparison.Ordinal);
            Assert.Equal(request.Expected == "data", !body.Contains("\"errors\"", StringComparison.Ordinal));
        }

        Assert.True(best < Patience, $"{best.TotalMilliseconds:0} ms");
        Assert.True(least < 32 * 1024 * 1024, $"{least / 1024} KiB");
    }

    [Fact]
    public async Task Hostile_requests_leave_nothing_behind()
    {
        var requests = HostileRequests.All.Select(request => (request.Document, Variables: request.Variables is null ? default : JsonElement.Parse(request.Variables))).ToList();
        async Task SendAllAsync()
        {
            foreach (var (document, variables) in requests)
            {
                await SendAsync(document, variables);
            }
        }

        await SendAllAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 0; round < 3; round++)
        {
            await SendAllAsync();
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 2 * 1024 * 1024, $"{grown / 1024} KiB");
    }

    [Fact]
    public async Task Different_documents_do_not_fill_the_memory()
    {
        for (var index = 0; index < 1_500; index++)
        {
            await SendAsync(Encoding.UTF8.GetBytes($"{{ a{index}: number {new string(' ', 2_000)} }}"), default);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var index = 0; index < 3_000; index++)
        {
            await SendAsync(Encoding.UTF8.GetBytes($"{{ b{index}: number {new string(' ', 2_000)} }}"), default);
        }

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 4 * 1024 * 1024, $"{grown / 1024} KiB");
    }

    private static async Task<string> SendAsync(byte[] document, JsonElement variables)
    {
        await using var result = await Executor.ExecuteAsync(new OperationRequest { Document = document, Variables = variables, Services = Services });
        return Encoding.UTF8.GetString(((OperationResult)result).Body.Span);
    }
}
