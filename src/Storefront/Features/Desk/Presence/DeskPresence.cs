using System.Collections.Immutable;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk.Presence;

/// <summary>
/// Who of the house has a ticket's page before them now. A page is there while its stream is open: it ends with the page, when the page is
/// hidden, and with a connection that is lost, so nobody stays who is gone. It is kept nowhere else, and customers have no way to it (COM-06).
/// What other nodes have before them is told by <see cref="PresenceExchange"/>.
/// </summary>
public sealed class DeskPresence
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, ImmutableList<DeskLooker>> present = [];
    private readonly Dictionary<int, ImmutableList<Action>> watchers = [];
    private Action<PresenceNews>? told;

    /// <summary>Who looks at a ticket, each once, who came first before the others.</summary>
    public IReadOnlyList<DeskLooker> At(int number)
    {
        lock (gate)
        {
            return [.. present.GetValueOrDefault(number, []).DistinctBy(looker => looker.Id)];
        }
    }

    /// <summary>A page was opened; what is returned is disposed of when it closes.</summary>
    public IDisposable Enter(int number, Viewer staff)
    {
        var looker = new DeskLooker(staff.UserId, staff.Name);
        Change(number, lookers => lookers.Add(looker));
        return new Leaving(() => Change(number, lookers => lookers.Remove(looker)));
    }

    /// <summary>Calls back when somebody comes or goes, until what is returned is disposed of.</summary>
    public IDisposable Watch(int number, Action changed)
    {
        lock (gate)
        {
            watchers[number] = watchers.GetValueOrDefault(number, []).Add(changed);
        }

        return new Leaving(() =>
        {
            lock (gate)
            {
                Keep(watchers, number, watchers.GetValueOrDefault(number, []).Remove(changed));
            }
        });
    }

    /// <summary>Who has pages on this node, as another has to know it.</summary>
    internal IReadOnlyList<PresenceNews> Own()
    {
        lock (gate)
        {
            return [.. present.SelectMany(ticket => OwnOf(ticket.Value).Select(looker => new PresenceNews(ticket.Key, looker.Id, looker.Name, IsHere: true)))];
        }
    }

    /// <summary>Calls back, in order, when somebody comes to a page of this node or goes from it.</summary>
    internal void Tell(Action<PresenceNews> news) => told = news;

    /// <summary>Another node says who looks, or does not any more.</summary>
    internal void Heard(Guid node, PresenceNews news, DateTimeOffset at) => Change(news.Number, lookers =>
    {
        var before = lookers.FindIndex(looker => looker.Node == node && looker.Id == news.User);
        var looker = new DeskLooker(news.User, news.Name, node) { HeardAt = at };
        return (before, news.IsHere) switch
        {
            ( < 0, true) => lookers.Add(looker),
            ( < 0, false) => lookers,
            (_, true) => lookers.SetItem(before, looker),
            (_, false) => lookers.RemoveAt(before),
        };
    });

    /// <summary>Forgets whoever other nodes told of and is meant by that: their node is gone, or silent.</summary>
    internal void Forget(Func<DeskLooker, bool> which)
    {
        List<int> numbers;
        lock (gate)
        {
            numbers = [.. present.Where(ticket => ticket.Value.Exists(looker => looker.Node is not null && which(looker))).Select(ticket => ticket.Key)];
        }

        numbers.ForEach(number => Change(number, lookers => lookers.RemoveAll(looker => looker.Node is not null && which(looker))));
    }

    private void Change(int number, Func<ImmutableList<DeskLooker>, ImmutableList<DeskLooker>> change)
    {
        ImmutableList<Action> watching;
        lock (gate)
        {
            var before = present.GetValueOrDefault(number, []);
            var after = change(before);
            Keep(present, number, after);

            // A second page of the same person is nothing new to anybody.
            var same = before.Select(looker => looker.Id).ToHashSet().SetEquals(after.Select(looker => looker.Id));
            watching = same ? [] : watchers.GetValueOrDefault(number, []);

            // Within the gate: other nodes hear it in the order in which it was.
            var (was, now) = (OwnOf(before), OwnOf(after));
            Tell(number, now.ExceptBy(was.Select(looker => looker.Id), looker => looker.Id), isHere: true);
            Tell(number, was.ExceptBy(now.Select(looker => looker.Id), looker => looker.Id), isHere: false);
        }

        watching.ForEach(changed => changed());
    }

    private void Tell(int number, IEnumerable<DeskLooker> lookers, bool isHere)
    {
        foreach (var looker in lookers)
        {
            told?.Invoke(new PresenceNews(number, looker.Id, looker.Name, isHere));
        }
    }

    private static List<DeskLooker> OwnOf(ImmutableList<DeskLooker> lookers) => [.. lookers.Where(looker => looker.Node is null).DistinctBy(looker => looker.Id)];

    private static void Keep<T>(Dictionary<int, ImmutableList<T>> all, int number, ImmutableList<T> now)
    {
        if (now.IsEmpty)
        {
            all.Remove(number);
        }
        else
        {
            all[number] = now;
        }
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
