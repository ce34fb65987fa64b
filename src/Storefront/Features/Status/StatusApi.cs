using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Status;

namespace Storefront.Features.Status;

/// <summary>How the house's own service is doing, and where that is shown.</summary>
[ObjectType("HouseStatus")]
public sealed class HouseStatusView(HouseService service)
{
    /// <summary>How it is doing: the worst that goes on.</summary>
    public HouseStatusLevel Level => service.Level;

    /// <summary>That in words.</summary>
    public string Text => service.Open is [var worst, ..] ? worst.Row.Title : service.Usual.Text.In(CultureInfo.CurrentUICulture);

    /// <summary>Where it is watched besides; null when nowhere.</summary>
    public Uri? Page => service.Usual.Page;

    /// <summary>The parts that incidents and maintenance touch; empty where the house tells of its service as one.</summary>
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<StatusComponentView> Components =>
        [.. service.Usual.Components.Select(component => new StatusComponentView(component.Key, component.Name, service.LevelOf(component)))];

    /// <summary>What goes on, the gravest first.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<IncidentApiView> Incidents => [.. service.Open.Select(incident => new IncidentApiView(incident, service.At))];

    /// <summary>The maintenance that is announced, the next first.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<IncidentApiView> Maintenance => [.. service.Ahead.Select(incident => new IncidentApiView(incident, service.At))];

    /// <summary>What is over, the latest first, twenty at a time.</summary>
    /// <param name="incidents">Reads them.</param>
    /// <param name="page">Which twenty, from 0.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    [ListSize(AssumedSize = IncidentReader.PageSize)]
    public async Task<IReadOnlyList<IncidentApiView>> HistoryAsync(IncidentReader incidents, int page = 0, CancellationToken cancellationToken = default) =>
        [.. (await incidents.ReadPastAsync(Math.Clamp(page, 0, 10_000), cancellationToken)).Incidents.Select(incident => new IncidentApiView(incident, service.At))];
}

/// <summary>A part of the house's service.</summary>
/// <param name="Key">Its name for programs; incidents keep it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Level">How it is doing.</param>
[ObjectType("StatusComponent")]
public sealed record StatusComponentView(string Key, LocalizedText Name, HouseStatusLevel Level);

/// <summary>An incident or a maintenance of the house's service.</summary>
[ObjectType("Incident")]
public sealed class IncidentApiView(IncidentView incident, Instant at)
{
    /// <summary>Its id.</summary>
    [ID]
    public Guid Id => incident.Row.Id.Value;

    /// <summary>Which of the two.</summary>
    public IncidentKind Kind => incident.Row.Kind;

    /// <summary>What it does to what it touches.</summary>
    public HouseStatusLevel Level => incident.Row.Level;

    /// <summary>What it is, in one line, as staff wrote it.</summary>
    public string Title => incident.Row.Title;

    /// <summary>Keys of the parts that it touches; empty for all.</summary>
    public IReadOnlyList<string> Components => incident.Row.Components;

    /// <summary>How far it is.</summary>
    public IncidentStep Step => incident.State.StepAt(at);

    /// <summary>When it began, or will.</summary>
    public Instant StartsAt => incident.Row.StartsAt;

    /// <summary>When maintenance is planned to be over; null for an incident.</summary>
    public Instant? EndsAt => incident.Row.EndsAt;

    /// <summary>When it was over; null while it is not.</summary>
    public Instant? ResolvedAt => incident.Row.ResolvedAt;

    /// <summary>What staff told of it, the latest first.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<IncidentUpdateView> Updates => [.. incident.Updates.Select(update => new IncidentUpdateView(update.At, update.Step, update.Text))];
}

/// <summary>What was told of an incident at one time.</summary>
/// <param name="At">When.</param>
/// <param name="Step">How far it was.</param>
/// <param name="Text">The text in Markdown, as it was written.</param>
[ObjectType("IncidentUpdate")]
public sealed record IncidentUpdateView(Instant At, IncidentStep Step, string Text);

/// <summary>The house's status, live.</summary>
[SubscriptionType]
public static class StatusSubscriptions
{
    /// <summary>How the house's service is doing, at once and then after each change, for everybody.</summary>
    /// <param name="message">How it is doing.</param>
    [Subscribe(With = nameof(FollowStatus))]
    public static HouseStatusView HouseStatusChanged([EventMessage] HouseStatusView message) => message;

    /// <param name="current">How it is doing.</param>
    /// <param name="signal">What says that something changed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<HouseStatusView> FollowStatus(
        CurrentStatus current, HouseSignal signal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var observed = signal.Observe(() => changes.Writer.TryWrite(true));
        yield return new HouseStatusView(current.Now);
        await foreach (var _ in changes.Reader.ReadAllAsync(cancellationToken))
        {
            await current.RefreshAsync(cancellationToken);
            yield return new HouseStatusView(current.Now);
        }
    }
}
