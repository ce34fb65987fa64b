using System.Text.Json;
using System.Text.Json.Nodes;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Http;

/// <summary>Proves that the sides answer the same, then measures them in turns, so that what else the machine does hits all.</summary>
internal static class SideBySide
{
    /// <returns>Null when the hand-written route gives the same bytes and the others the same JSON, else what differs.</returns>
    public static async Task<string?> FindDifferenceAsync(Comparison comparison)
    {
        var answer = await AskAsync(comparison.GraphQL);
        var handWritten = await AskAsync(comparison.HandWritten);
        if (answer.Contains("\"errors\"", StringComparison.Ordinal))
        {
            return $"{comparison.Name} fails:\n{answer}";
        }

        if (answer != handWritten)
        {
            return $"{comparison.Name} answers differently.\nGraphQL:      {answer}\nhand-written: {handWritten}";
        }

        foreach (var other in comparison.Others)
        {
            var theirs = await AskAsync(other);
            if (!JsonNode.DeepEquals(JsonNode.Parse(answer), JsonNode.Parse(theirs)))
            {
                return $"{comparison.Name} is answered differently.\nGraphQL: {answer}\n{other.Name}: {theirs}";
            }
        }

        return null;
    }

    /// <returns>Each side's medians, in the order of <see cref="Comparison.Sides"/>.</returns>
    public static async Task<IReadOnlyList<Measurement>> MeasureAsync(Comparison comparison, BenchmarkOptions options)
    {
        var sides = comparison.Sides;
        foreach (var side in sides)
        {
            await MeasureAsync(side, options, options.WarmUp);
        }

        var rounds = sides.Select(_ => new List<Measurement>()).ToList();
        for (var round = 0; round < options.Rounds; round++)
        {
            for (var index = 0; index < sides.Count; index++)
            {
                rounds[index].Add(await MeasureAsync(sides[index], options, options.Round));
            }
        }

        return rounds.ConvertAll(Measurement.Median);
    }

    private static async Task<Measurement> MeasureAsync(Side side, BenchmarkOptions options, TimeSpan duration)
    {
        var before = await StateAsync(side.Server);
        var load = await LoadClient.RunAsync(side.Server.EndPoint, side.Request, options.Connections, duration);
        return Measurement.Of(load, before, await StateAsync(side.Server));
    }

    private static async Task<ServerState> StateAsync(ServerProcess server) =>
        JsonSerializer.Deserialize<ServerState>(await server.AskAsync(RawRequest.Get(ControlRoutes.State)), JsonSerializerOptions.Web)!;

    // The first request may do what is done once, such as noting when a token was used.
    private static async Task<string> AskAsync(Side side)
    {
        await side.Server.AskAsync(side.Request);
        return await side.Server.AskAsync(side.Request);
    }
}
