using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Storefront.Benchmarks.Http;

namespace Storefront.Benchmarks.Start;

/// <summary>Starts the program as it was built, without the demo, and waits for its first answer.</summary>
internal static class ColdStart
{
    private static readonly RawRequest Request = RawRequest.GraphQL("{ plans { key name } }");

    public static async Task<StartFigures> MeasureAsync(BenchmarkOptions options)
    {
        var directory = Directory.CreateTempSubdirectory("storefront-start-");
        try
        {
            var first = await StartAsync(directory.FullName, options, loadFor: null);
            var starts = new List<TimeSpan>();
            var last = first;
            for (var start = 0; start < options.Starts; start++)
            {
                last = await StartAsync(directory.FullName, options, start == options.Starts - 1 ? options.WarmUp : null);
                starts.Add(last.Elapsed);
            }

            return new StartFigures(first.Elapsed, starts.Order().ElementAt(starts.Count / 2), last.ResidentAfterStart, last.ResidentAfterLoad);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<(TimeSpan Elapsed, long ResidentAfterStart, long ResidentAfterLoad)> StartAsync(string directory, BenchmarkOptions options, TimeSpan? loadFor)
    {
        var server = FreeEndPoint();
        var start = new ProcessStartInfo(
            ProgramPath(), ["--environment", "Development", "--data", directory, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://{server}")])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["Demo"] = "false";
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            await AnsweredAsync(server, process);
            var elapsed = Stopwatch.GetElapsedTime(started);
            var afterStart = Resident(process);
            if (loadFor is { } duration)
            {
                await LoadClient.RunAsync(server, Request, options.Connections, duration);
            }

            return (elapsed, afterStart, Resident(process));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task AnsweredAsync(IPEndPoint server, Process process)
    {
        while (!process.HasExited)
        {
            try
            {
                using var connection = await HttpConnection.OpenAsync(server);
                if (await connection.SendAsync(Request) == 200)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is SocketException or EndOfStreamException)
            {
                await Task.Delay(5);
            }
        }

        throw new InvalidOperationException("The program ended before it answered.");
    }

    private static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    // Beside this program's own output: artifacts/bin/Storefront/<configuration>.
    private static string ProgramPath()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Storefront", own.Name, "Storefront");
    }

    private static IPEndPoint FreeEndPoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
