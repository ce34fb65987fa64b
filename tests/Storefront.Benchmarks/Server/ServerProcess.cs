using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Storefront.Benchmarks.Http;

namespace Storefront.Benchmarks.Server;

/// <summary>The server in a process of its own, on a data directory of its own; both are gone when it is disposed of.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo? directory;

    private ServerProcess(Process process, DirectoryInfo? directory, IPEndPoint endPoint, string token)
    {
        this.process = process;
        this.directory = directory;
        EndPoint = endPoint;
        Token = token;
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>Opens the account that was seeded; empty where there is none.</summary>
    public string Token { get; }

    public static Task<ServerProcess> StartAsync(string verb = BenchmarkServer.Verb)
    {
        var directory = Directory.CreateTempSubdirectory("storefront-benchmark-");
        return StartAsync(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Storefront.Benchmarks"), [verb, directory.FullName]), directory);
    }

    /// <summary>Starts a program that says where it listens, as <see cref="BenchmarkServer"/> does.</summary>
    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start, DirectoryInfo? directory)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is [BenchmarkServer.Ready, var port, .. var token])
            {
                // What it logs from now on must not stop it when the pipe is full.
                _ = EchoAsync(process.StandardOutput);
                return new ServerProcess(
                    process, directory, new IPEndPoint(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)), string.Concat(token));
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>Sends one request on a connection of its own.</summary>
    public async Task<string> AskAsync(RawRequest request)
    {
        using var connection = await HttpConnection.OpenAsync(EndPoint);
        using var body = new MemoryStream();
        var status = await connection.SendAsync(request, body);
        var text = Encoding.UTF8.GetString(body.ToArray());
        return status == 200 ? text : throw new InvalidOperationException($"The server answered {status}: {text}");
    }

    public async ValueTask DisposeAsync()
    {
        // The server ends when its input does, so that it does not outlive a benchmark that was killed either.
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        directory?.Delete(recursive: true);
    }

    private static async Task EchoAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            await Console.Error.WriteLineAsync(line);
        }
    }
}
