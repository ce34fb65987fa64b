using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Storefront.Stripe;

namespace Storefront.Tests.Stripe.Client;

/// <summary>The other side of the client's connections: a real server that remembers what it was sent and answers as the test says.</summary>
internal sealed class StripeListener : IAsyncDisposable
{
    public const string ApiKey = "sk_test_listener";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    private StripeListener(WebApplication app) => _app = app;

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts on a free port. <paramref name="answer"/> gets each request with its number, from 0.</summary>
    public static async Task<StripeListener> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var listener = new StripeListener(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var received = new ReceivedRequest(
                context.Request.Method,
                context.Request.Path.Value!,
                context.Request.QueryString.Value!,
                await reader.ReadToEndAsync(context.RequestAborted),
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            int number;
            lock (listener._requests)
            {
                number = listener._requests.Count;
                listener._requests.Enqueue(received);
            }

            await answer(context, number);
        });
        await app.StartAsync();
        return listener;
    }

    /// <summary>Starts and answers everything with one body.</summary>
    public static Task<StripeListener> StartAsync(string json, int status = 200) =>
        StartAsync((context, _) => SendAsync(context, json, status));

    public static Task SendAsync(HttpContext context, string body, int status = 200, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>A client of this server whose waits between attempts take no time.</summary>
    public StripeClient Client(Action<StripeClientOptions>? configure = null)
    {
        var options = new StripeClientOptions { ApiKey = ApiKey, ApiBase = Address, TimeProvider = new HastyTimeProvider(), Timeout = TimeSpan.FromHours(1) };
        configure?.Invoke(options);
        return new StripeClient(options);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
