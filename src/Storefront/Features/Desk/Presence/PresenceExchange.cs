using System.Threading.Channels;
using Storefront.Live;

namespace Storefront.Features.Desk.Presence;

/// <summary>
/// Tells the other nodes who has a page of this one before them, and hears of theirs. Each repeats itself now and then: who was missed is
/// heard of again, and who hangs on a node that died is forgotten when it has been silent for as long as three times that.
/// </summary>
internal sealed class PresenceExchange(DeskPresence presence, INodeVoice voice, TimeProvider time, ILogger<PresenceExchange> logger)
    : BackgroundService, INodeChannel
{
    private const string Ask = "who";
    private const string Gone = "gone";

    private static readonly TimeSpan RepeatEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Forgotten = 3 * RepeatEvery;

    private readonly Guid node = Guid.CreateVersion7();

    // Null: say everything.
    private readonly Channel<string?> news = Channel.CreateUnbounded<string?>(new UnboundedChannelOptions { SingleReader = true });

    public string Name => "storefront_presence";

    public Task HeardAsync(IReadOnlyList<string> said, CancellationToken cancellationToken)
    {
        foreach (var text in said)
        {
            if (text.Split(' ', 2) is [var by, var what] && Guid.TryParseExact(by, "N", out var other) && other != node)
            {
                Hear(other, what);
            }
        }

        return Task.CompletedTask;
    }

    public Task ResumedAsync(CancellationToken cancellationToken)
    {
        news.Writer.TryWrite(Ask);
        news.Writer.TryWrite(null);
        return Task.CompletedTask;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SayAsync([Gone], cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        presence.Tell(change => news.Writer.TryWrite(change.ToString()));
        await using var repeating = time.CreateTimer(_ => news.Writer.TryWrite(null), state: null, RepeatEvery, RepeatEvery);
        while (await news.Reader.WaitToReadAsync(stoppingToken))
        {
            var said = new List<string>();
            while (news.Reader.TryRead(out var next))
            {
                said.AddRange(next is null ? presence.Own().Select(change => change.ToString()) : [next]);
            }

            await SayAsync(said, stoppingToken);
            presence.Forget(looker => looker.HeardAt < time.GetUtcNow() - Forgotten);
        }
    }

    private void Hear(Guid other, string what)
    {
        if (what == Ask)
        {
            news.Writer.TryWrite(null);
        }
        else if (what == Gone)
        {
            presence.Forget(looker => looker.Node == other);
        }
        else if (PresenceNews.Read(what) is { } change)
        {
            presence.Heard(other, change, time.GetUtcNow());
        }
    }

    /// <summary>What cannot be said now is said again with everything else.</summary>
    private async Task SayAsync(List<string> said, CancellationToken cancellationToken)
    {
        try
        {
            if (said.Count > 0)
            {
                await voice.SayAsync(Name, [.. said.Select(what => $"{node:N} {what}")], cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(exception, "Other nodes could not be told who looks at which ticket; they are told again");
        }
    }
}
