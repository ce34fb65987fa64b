namespace Storefront.Features.Attachments;

/// <summary>A request's body as it is read, whose beginning is kept: the name of a file stands there, whatever becomes of the rest.</summary>
internal sealed class RememberedBody(Stream body) : Stream
{
    private const int MostKept = 16 * 1024;

    private readonly MemoryStream beginning = new();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What was read first, from its start; at most 16 KiB.</summary>
    public Stream Beginning() => new MemoryStream(beginning.ToArray(), writable: false);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        beginning.Write(buffer.Span[..Math.Min(read, MostKept - (int)beginning.Length)]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            beginning.Dispose();
        }

        base.Dispose(disposing);
    }
}
