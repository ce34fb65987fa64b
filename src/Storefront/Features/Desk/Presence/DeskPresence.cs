using System.Collections.Immutable;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk.Presence;

/// <summary>
/// Who of the house has a ticket's page before them now. A page is there while its stream is open: it ends with the page, when the page is
/// hidden, and with a connection that is lost, so nobody stays who is gone. It is kept nowhere else, and customers have no way to it (COM-06).
/// </summary>
public sealed class DeskPresence
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, ImmutableList<DeskLooker>> present = [];
    private readonly Dictionary<int, ImmutableList<Action>> watchers = [];

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

    private void Change(int number, Func<ImmutableList<DeskLooker>, ImmutableList<DeskLooker>> change)
    {
        ImmutableList<Action> told;
        lock (gate)
        {
            var before = present.GetValueOrDefault(number, []);
            var after = change(before);
            Keep(present, number, after);

            // A second page of the same person is nothing new to anybody.
            var same = before.Select(looker => looker.Id).ToHashSet().SetEquals(after.Select(looker => looker.Id));
            told = same ? [] : watchers.GetValueOrDefault(number, []);
        }

        told.ForEach(changed => changed());
    }

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

/// <summary>Somebody of the house who looks at a ticket.</summary>
public sealed class DeskLooker(UserId id, string name)
{
    public UserId Id => id;

    public string Name => name;
}
