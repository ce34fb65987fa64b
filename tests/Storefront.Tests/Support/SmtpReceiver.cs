using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Storefront.Tests.Support;

/// <summary>A mail server on a free port of this machine: it says what RFC 5321 has it say, and keeps every message as it came.</summary>
public sealed class SmtpReceiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    private SmtpReceiver()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public static SmtpReceiver Start() => new();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many messages it turns away before it takes one.</summary>
    public int Refuses { get; set; }

    public ConcurrentQueue<ReceivedMail> Received { get; } = new();

    public async Task<ReceivedMail> OneAsync()
    {
        await Eventually.IsTrueAsync(() => Task.FromResult(!Received.IsEmpty));
        return Assert.Single(Received);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // It was stopped, or the other side went away.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "220 test ready");
        var recipients = new List<string>();
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO" or "MAIL" or "RSET":
                    recipients.Clear();
                    await SayAsync(stream, "250 yes");
                    break;
                case "RCPT":
                    recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                    await SayAsync(stream, "250 yes");
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    await KeepAsync(stream, await ReadAsync(reader), recipients);
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "502 no");
                    break;
            }
        }
    }

    private async Task KeepAsync(NetworkStream stream, string text, List<string> recipients)
    {
        if (Refuses > 0)
        {
            Refuses--;
            await SayAsync(stream, "451 later");
            return;
        }

        Received.Enqueue(ReceivedMail.Parse([.. recipients], text));
        await SayAsync(stream, "250 taken");
    }

    private async Task<string> ReadAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            text.Append(CultureInfo.InvariantCulture, $"{(line.StartsWith('.') ? line[1..] : line)}\r\n");
        }

        return text.ToString();
    }

    private async Task SayAsync(NetworkStream stream, string line) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), stop.Token);
}
