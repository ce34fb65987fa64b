using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Storefront.Store.EventLog;

/// <summary>Every type of event there is, and how each is written and read, older versions included.</summary>
public sealed class EventTypes
{
    private readonly FrozenDictionary<Type, EventTypeAttribute> names;
    private readonly FrozenDictionary<string, (Type Type, int Version)> types;
    private readonly FrozenDictionary<(string Type, int Version), IEventUpcaster> upcasters;

    /// <summary>Finds events and upcasters in the assemblies.</summary>
    /// <exception cref="InvalidOperationException">A name is used twice, an event has none, or an upcaster is missing.</exception>
    public EventTypes(params IEnumerable<Assembly> assemblies)
    {
        var all = assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsAbstract: false, IsClass: true }).ToList();
        var events = all.Where(type => type.IsSubclassOf(typeof(AccountEvent))).ToList();
        names = events.ToFrozenDictionary(type => type, EventTypeAttribute.Of);
        types = names.ToFrozenDictionary(pair => pair.Value.Name, pair => (pair.Key, pair.Value.Version));
        upcasters = all.Where(typeof(IEventUpcaster).IsAssignableFrom)
            .Select(type => (IEventUpcaster)Activator.CreateInstance(type, nonPublic: true)!)
            .ToFrozenDictionary(upcaster => (upcaster.Type, upcaster.FromVersion));
        foreach (var name in names.Values)
        {
            for (var version = 1; version < name.Version; version++)
            {
                if (!upcasters.ContainsKey((name.Name, version)))
                {
                    throw new InvalidOperationException($"{name.Name} has no upcaster from version {version}.");
                }
            }
        }
    }

    /// <summary>Names and versions now written, in the order of the names.</summary>
    public IEnumerable<(string Name, int Version)> Current => types.Select(pair => (pair.Key, pair.Value.Version)).OrderBy(type => type.Key, StringComparer.Ordinal);

    /// <summary>The names of all that are of a kind, in order.</summary>
    public IReadOnlyList<string> NamesOf<TEvent>()
        where TEvent : AccountEvent =>
        [.. names.Where(pair => pair.Key.IsAssignableTo(typeof(TEvent))).Select(pair => pair.Value.Name).Order(StringComparer.Ordinal)];

    public (string Name, int Version, string Data) Write(AccountEvent happened)
    {
        var name = names.GetValueOrDefault(happened.GetType())
            ?? throw new InvalidOperationException($"{happened.GetType()} is not a registered event.");
        return (name.Name, name.Version, JsonSerializer.Serialize(happened, happened.GetType(), StoreJson.Options));
    }

    /// <param name="type">The stored name.</param>
    /// <param name="version">The version it was written in.</param>
    /// <param name="data">The stored JSON.</param>
    public AccountEvent Read(string type, int version, string data)
    {
        if (!types.TryGetValue(type, out var current) || version > current.Version)
        {
            throw new InvalidOperationException($"This program does not know the event {type} in version {version}: a newer one wrote it.");
        }

        var json = JsonNode.Parse(data)!.AsObject();
        for (; version < current.Version; version++)
        {
            json = upcasters[(type, version)].Upcast(json);
        }

        return (AccountEvent)json.Deserialize(current.Type, StoreJson.Options)!;
    }
}
