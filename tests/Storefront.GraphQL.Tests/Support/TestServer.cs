using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Subscriptions;

namespace Storefront.GraphQL.Tests.Support;

/// <summary>A real Kestrel on a free port of this machine that serves <see cref="TestSchema"/>.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestServer(WebApplication app)
    {
        this.app = app;
        Url = new Uri(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "/graphql");

        // A stream that is not read to its end is not waited for.
        Client = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(20) };
    }

    public Uri Url { get; }

    public Uri SocketUrl => new UriBuilder(Url) { Scheme = "ws" }.Uri;

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public Signals Signals => app.Services.GetRequiredService<Signals>();

    /// <summary>How many topics have readers.</summary>
    public int OpenTopics => app.Services.GetRequiredService<InMemoryTopics>().TopicCount;

    /// <summary>What was logged as an error.</summary>
    public ErrorLog Errors => app.Services.GetRequiredService<ErrorLog>();

    public static async Task<TestServer> StartAsync(
        Action<GraphQLServerOptions>? options = null,
        Action<IRequestExecutorBuilder>? configure = null,
        string environment = "Production",
        Action<IApplicationBuilder>? around = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ErrorLog>();
        builder.Services.AddSingleton<ILoggerProvider>(services => services.GetRequiredService<ErrorLog>());
        var graphql = builder.Services.AddGraphQLServer().AddTestSchema().ModifyServerOptions(options ?? (_ => { }));
        configure?.Invoke(graphql);
        var app = builder.Build();
        around?.Invoke(app);
        app.MapGraphQL();
        await app.StartAsync();
        return new TestServer(app);
    }

    public Task StopAsync() => app.StopAsync();

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string? query = null, string? body = null, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, query ?? string.Empty);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = contentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public Task<HttpResponseMessage> PostAsync(string document, string accept = "application/json", params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, body: new JsonObject { ["query"] = document }.ToJsonString(), headers: [("Accept", accept), .. headers]);

    public Task<HttpResponseMessage> GetAsync(string document, string accept = "application/json", params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, $"?query={Uri.EscapeDataString(document)}", headers: [("Accept", accept), .. headers]);

    public async Task TriggerAsync()
    {
        using var response = await PostAsync("mutation { trigger }");
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Opens a socket and shakes hands by HTTP; sends nothing.</summary>
    public async Task<TestSocket> OpenSocketAsync(string? protocol = "graphql-transport-ws", params (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        if (protocol is not null)
        {
            socket.Options.AddSubProtocol(protocol);
        }

        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        await socket.ConnectAsync(SocketUrl, CancellationToken.None);
        return new TestSocket(socket);
    }

    /// <summary>Opens a socket up to its acknowledgement.</summary>
    public async Task<TestSocket> ConnectAsync(JsonNode? payload = null)
    {
        var socket = await OpenSocketAsync();
        var message = new JsonObject { ["type"] = "connection_init" };
        if (payload is not null)
        {
            message["payload"] = payload;
        }

        await socket.SendAsync(message);
        Assert.Equal("connection_ack", (await socket.ReceiveAsync())["type"]!.GetValue<string>());
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
