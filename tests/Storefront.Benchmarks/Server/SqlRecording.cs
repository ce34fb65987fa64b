using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Storefront.Benchmarks.Server;

/// <summary>Every SQL command that is executed until it is disposed of.</summary>
internal sealed class SqlRecording : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<string> commands = [];
    private readonly List<IDisposable> subscriptions = [];

    public SqlRecording() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>The commands, sorted: loaders may run in any order.</summary>
    public string Text
    {
        get
        {
            lock (commands)
            {
                return string.Join("\n;\n", commands.Order(StringComparer.Ordinal));
            }
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data)
        {
            lock (commands)
            {
                commands.Add(data.Command.CommandText);
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}
