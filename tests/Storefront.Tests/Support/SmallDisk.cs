using System.Diagnostics;
using System.Globalization;

namespace Storefront.Tests.Support;

/// <summary>A file system of its own, of a few megabytes, that can be filled to the last byte.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private const string Filler = "filler";

    private SmallDisk(string directory) => Directory = directory;

    public string Directory { get; }

    /// <summary>The names of what is on it, without what fills it.</summary>
    public IEnumerable<string> Files => System.IO.Directory.EnumerateFiles(Directory).Select(file => Path.GetFileName(file)).Where(name => name != Filler);

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var directory = TestFiles.CreateDirectory("disk");
        await RunAsync("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", directory);
        return new SmallDisk(directory);
    }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Path.Combine(Directory, Filler), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Assert.ThrowsAny<IOException>(() =>
        {
            while (file.Length < 1 << 30)
            {
                file.Write(new byte[4096]);
            }
        });
    }

    public void Free() => File.Delete(Path.Combine(Directory, Filler));

    public async ValueTask DisposeAsync() => await RunAsync("umount", "--lazy", Directory);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {said}");
    }
}
