using System.Text.Json;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Http;

/// <summary>Proves that two sides do the same, then measures them in turns, so that what else the machine does hits both.</summary>
internal static class SideBySide
{
    /// <returns>Null when both sides give the same bytes by the same SQL, else what differs.</returns>
    public static async Task<string?> FindDifferenceAsync(ServerProcess server, Comparison comparison)
    {
        // The first request may do what is done once, such as noting when a token was used.
        await server.AskAsync(comparison.GraphQL);
        await server.AskAsync(comparison.HandWritten);
        var (graphQL, graphQLSql) = await AskAsync(server, comparison.GraphQL);
        var (handWritten, handWrittenSql) = await AskAsync(server, comparison.HandWritten);
        return graphQL.Contains("\"errors\"", StringComparison.Ordinal) ? $"{comparison.Name} fails:\n{graphQL}"
            : graphQL != handWritten ? $"{comparison.Name} answers differently.\nGraphQL:      {graphQL}\nhand-written: {handWritten}"
            : graphQLSql != handWrittenSql ? $"{comparison.Name} asks the database differently.\nGraphQL:\n{graphQLSql}\n\nhand-written:\n{handWrittenSql}"
            : graphQLSql.Length > 0 != comparison.ReadsDatabase ? $"{comparison.Name} was recorded with this SQL: {graphQLSql}"
            : null;
    }

    public static async Task<(Measurement GraphQL, Measurement HandWritten)> MeasureAsync(ServerProcess server, Comparison comparison, BenchmarkOptions options)
    {
        await MeasureAsync(server, comparison.GraphQL, options.WarmUp);
        await MeasureAsync(server, comparison.HandWritten, options.WarmUp);
        var (graphQL, handWritten) = (new List<Measurement>(), new List<Measurement>());
        for (var round = 0; round < options.Rounds; round++)
        {
            graphQL.Add(await MeasureAsync(server, comparison.GraphQL, options.Round));
            handWritten.Add(await MeasureAsync(server, comparison.HandWritten, options.Round));
        }

        return (Measurement.Median(graphQL), Measurement.Median(handWritten));
    }

    private static async Task<Measurement> MeasureAsync(ServerProcess server, RawRequest request, TimeSpan duration)
    {
        var before = await StateAsync(server);
        var load = await LoadClient.RunAsync(server.EndPoint, request, BenchmarkOptions.Connections, duration);
        return Measurement.Of(load, before, await StateAsync(server));
    }

    private static async Task<ServerState> StateAsync(ServerProcess server) =>
        JsonSerializer.Deserialize<ServerState>(await server.AskAsync(RawRequest.Get(ControlRoutes.State)), JsonSerializerOptions.Web)!;

    private static async Task<(string Answer, string Sql)> AskAsync(ServerProcess server, RawRequest request)
    {
        await server.AskAsync(RawRequest.Get(ControlRoutes.TakeSql));
        var answer = await server.AskAsync(request);
        return (answer, await server.AskAsync(RawRequest.Get(ControlRoutes.TakeSql)));
    }
}
