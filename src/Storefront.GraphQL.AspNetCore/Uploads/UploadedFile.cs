using Microsoft.Win32.SafeHandles;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Uploads;

/// <summary>
/// A file on disk that nobody else can find: it is taken out of its folder as soon as it is open where the system allows that, so that not even
/// a crash leaves it behind; elsewhere it goes when it is closed.
/// </summary>
internal sealed class UploadedFile : IFile, IDisposable
{
    private readonly SafeFileHandle handle;
    private long length;

    private UploadedFile(string name, string? contentType, SafeFileHandle handle)
    {
        Name = name;
        ContentType = contentType;
        this.handle = handle;
    }

    public string Name { get; }

    public string? ContentType { get; }

    public long? Length => length;

    public static UploadedFile Create(string folder, string name, string? contentType)
    {
        var path = Path.Combine(folder, $"upload-{Path.GetRandomFileName()}");
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return new UploadedFile(name, contentType, handle);
    }

    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await RandomAccess.WriteAsync(handle, bytes, length, cancellationToken).ConfigureAwait(false);
        length += bytes.Length;
    }

    public Stream OpenReadStream() => new UploadStream(handle, length);

    public void Dispose() => handle.Dispose();
}
