using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Shops;

/// <summary>The package of <c>Node/</c>, installed under <c>artifacts/</c> with the versions and hashes of its lock file.</summary>
internal sealed class NodePackage
{
    private const string Lock = "package-lock.json";
    private const string Data = "shop.json";

    private readonly string directory;
    private readonly string version;

    private NodePackage(string directory, string version)
    {
        this.directory = directory;
        this.version = version;
    }

    /// <returns>Null, with the reason on the console, where there is no Node.js or its packages cannot be had.</returns>
    public static async Task<NodePackage?> InstallAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Node");
        var target = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "benchmark-node"));
        if (await RunAsync("node", target, "--version") is not { ExitCode: 0 } node || await RunAsync("npm", target, "--version") is not { ExitCode: 0 })
        {
            Console.WriteLine("Servers for Node.js are left out: node and npm are not there.\n");
            return null;
        }

        var isInstalled = Directory.Exists(Path.Combine(target, "node_modules"))
            && File.Exists(Path.Combine(target, Lock))
            && await File.ReadAllTextAsync(Path.Combine(target, Lock)) == await File.ReadAllTextAsync(Path.Combine(source, Lock));
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }

        if (!isInstalled && await RunAsync("npm", target, "ci", "--no-audit", "--no-fund", "--loglevel=error") is not { ExitCode: 0 })
        {
            File.Delete(Path.Combine(target, Lock));
            Console.WriteLine("Servers for Node.js are left out: npm could not install them.\n");
            return null;
        }

        var shop = JsonSerializer.SerializeToUtf8Bytes(new ShopFile(Shop.Plans, Shop.Customer), ShopJson.Answers.ShopFile);
        await File.WriteAllBytesAsync(Path.Combine(target, Data), shop);
        return new NodePackage(target, node.Output);
    }

    /// <summary>Starts one of its servers.</summary>
    public Task<ServerProcess> StartAsync(string kind)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(directory, "server.mjs"), kind, Data, "shop.graphql"]) { WorkingDirectory = directory };
        start.Environment["NODE_ENV"] = "production";
        return ServerProcess.StartAsync(start, directory: null);
    }

    /// <summary>The versions, in a sentence.</summary>
    public async Task<string> DescribeAsync()
    {
        using var package = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(directory, "package.json")));
        var versions = package.RootElement.GetProperty("dependencies").EnumerateObject().Select(entry => $"{entry.Name} {entry.Value}");
        return $"Node.js {version}, one process a server; {string.Join(", ", versions)}.\n";
    }

    private static async Task<(int ExitCode, string Output)?> RunAsync(string program, string directory, params string[] arguments)
    {
        Directory.CreateDirectory(directory);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output.Trim());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
