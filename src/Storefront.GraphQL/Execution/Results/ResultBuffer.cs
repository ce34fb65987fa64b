using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Storefront.GraphQL.Execution.Results;

/// <summary>A growing UTF-8 buffer in pooled memory that can be cut back, so that a null can replace what was written of a failed value.</summary>
internal sealed class ResultBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialSize = 1024;

    // Everything below U+0020, the quotation mark and the backslash must be escaped in JSON (RFC 8259, section 7); nothing else has to be.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(InitialSize);

    public int Position { get; private set; }

    public ReadOnlySpan<byte> WrittenSpan => bytes.AsSpan(0, Position);

    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, Position);

    public void Truncate(int position) => Position = position;

    public void Advance(int count) => Position += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsMemory(Position);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsSpan(Position);
    }

    public void Write(byte value)
    {
        Reserve(1);
        bytes[Position++] = value;
    }

    public void Write(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(bytes.AsSpan(Position));
        Position += value.Length;
    }

    public void WriteNull() => Write("null"u8);

    public void WriteBoolean(bool value) => Write(value ? "true"u8 : "false"u8);

    public void WriteInteger(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, bytes.AsSpan(Position), out var written);
        Position += written;
    }

    /// <summary>Writes letters that need no escape, such as a name.</summary>
    public void WriteAscii(string value)
    {
        Reserve(value.Length);
        Encoding.ASCII.GetBytes(value, bytes.AsSpan(Position));
        Position += value.Length;
    }

    /// <summary>Writes a string with its quotation marks.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        Write((byte)'"');
        while (true)
        {
            var special = value.IndexOfAny(Escaped);
            WriteUnescaped(special < 0 ? value : value[..special]);
            if (special < 0)
            {
                break;
            }

            WriteEscape(value[special]);
            value = value[(special + 1)..];
        }

        Write((byte)'"');
    }

    public void Dispose()
    {
        var rented = bytes;
        bytes = [];
        Position = 0;
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void WriteUnescaped(ReadOnlySpan<char> value)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(value.Length));

        // A lone surrogate cannot be written as UTF-8 and becomes U+FFFD.
        Utf8.FromUtf16(value, bytes.AsSpan(Position), out _, out var written);
        Position += written;
    }

    private void WriteEscape(char value)
    {
        var letter = value switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)0,
        };
        Write((byte)'\\');
        if (letter != 0)
        {
            Write(letter);
            return;
        }

        Write("u00"u8);
        Write(value < 0x10 ? (byte)'0' : (byte)'1');
        Write("0123456789abcdef"u8[value & 0xF]);
    }

    private void Reserve(int count)
    {
        if (bytes.Length - Position >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Position + count));
        bytes.AsSpan(0, Position).CopyTo(larger);
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        bytes = larger;
    }
}
