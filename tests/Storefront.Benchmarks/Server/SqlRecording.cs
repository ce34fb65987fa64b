using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Storefront.Benchmarks.Server;

/// <summary>
/// The SQL that requests execute, what goes on in the background left out. It has to begin with the program: Entity Framework looks only once a
/// second whether anybody listens.
/// </summary>
internal sealed partial class SqlRecording : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<string> commands = [];
    private readonly List<IDisposable> subscriptions = [];
    private readonly IHttpContextAccessor requests;

    public SqlRecording(IHttpContextAccessor requests)
    {
        this.requests = requests;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The commands since the last time, sorted, because loaders may run in any order, and without the names of parameters.</summary>
    public string Take()
    {
        lock (commands)
        {
            var text = string.Join("\n;\n", commands.Select(command => ParameterName().Replace(command, "@")).Order(StringComparer.Ordinal));
            commands.Clear();
            return text;
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
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data && requests.HttpContext is not null)
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

    [GeneratedRegex(@"@\w+")]
    private static partial Regex ParameterName();
}
