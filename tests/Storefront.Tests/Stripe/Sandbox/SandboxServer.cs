using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Storefront.Stripe.Sandbox;
using Storefront.Tests.Support;

namespace Storefront.Tests.Stripe.Sandbox;

/// <summary>A local Stripe on real Kestrel under a prefix, with a receiver of webhooks beside it and a clock to move.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    public const string ApiKey = "sk_test_sandbox_tests_1234";
    public const string WebhookSecret = "whsec_sandbox_tests";
    public static readonly DateTimeOffset Start = new(2027, 1, 31, 10, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedWebhook> _received;
    private readonly HttpClient _http;

    private SandboxServer(WebApplication app, LocalStripeOptions options, ConcurrentQueue<ReceivedWebhook> received)
    {
        _app = app;
        _received = received;
        Options = options;
        Stripe = app.Services.GetRequiredService<LocalStripe>();
        Address = new Uri(app.Urls.First());
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        options.WebhookUrl = new Uri(Address, "/hooks");
    }

    public LocalStripe Stripe { get; }

    public LocalStripeOptions Options { get; }

    public Uri Address { get; }

    public HttpClient Http => _http;

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>Whether the database outlives the server, for another one to open.</summary>
    public bool KeepsDatabase { get; set; }

    /// <summary>What the receiver answers; by default 200.</summary>
    public Func<ReceivedWebhook, int> Answer { get; set; } = _ => 200;

    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    public static async Task<SandboxServer> StartAsync(string? database = null, DateTimeOffset? start = null, AfterLastRetry afterLastRetry = AfterLastRetry.Cancel, bool runsInBackground = false)
    {
        SandboxServer? server = null;
        var received = new ConcurrentQueue<ReceivedWebhook>();
        var options = new LocalStripeOptions
        {
            DatabasePath = database ?? Path.Combine(Directory.CreateTempSubdirectory("sandbox").FullName, "stripe.db"),
            ApiKey = ApiKey,
            WebhookSecret = WebhookSecret,
            BusinessName = "Flunt",
            BusinessTime = () => server?.Now ?? start ?? Start,
            AfterLastRetry = afterLastRetry,
            RunInBackground = runsInBackground,
            WebhookRetries = [TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)],
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLocalStripe(options);
        var app = builder.Build();
        app.MapLocalStripe("/sandbox/stripe");
        app.MapPost("/hooks", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var payload = await reader.ReadToEndAsync();
            var webhook = new ReceivedWebhook(payload, context.Request.Headers["Stripe-Signature"].ToString());
            received.Enqueue(webhook);
            return Results.StatusCode(server?.Answer(webhook) ?? 200);
        });
        await app.StartAsync();
        server = new SandboxServer(app, options, received) { Now = start ?? Start };
        return server;
    }

    public Task<JsonObject> GetAsync(string path, params (string Name, string Value)[] query) => SendAsync(HttpMethod.Get, path, query);

    public Task<JsonObject> PostAsync(string path, params (string Name, string Value)[] form) => SendAsync(HttpMethod.Post, path, form);

    public Task<JsonObject> DeleteAsync(string path, params (string Name, string Value)[] query) => SendAsync(HttpMethod.Delete, path, query);

    public async Task<JsonObject> SendAsync(HttpMethod method, string path, (string Name, string Value)[] parameters, string? key = null)
    {
        var (status, json) = await TrySendAsync(method, path, parameters, key);
        Assert.True(status == HttpStatusCode.OK, $"{method} {path}: {(int)status} {json}");
        return json;
    }

    public async Task<(HttpStatusCode Status, JsonObject Json)> TrySendAsync(
        HttpMethod method, string path, (string Name, string Value)[] parameters, string? key = null, string? apiKey = ApiKey)
    {
        var pairs = parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value));
        using var content = new FormUrlEncodedContent(pairs);
        var query = method == HttpMethod.Post ? "" : "?" + await content.ReadAsStringAsync();
        using var request = new HttpRequestMessage(method, "/sandbox/stripe/v1/" + path + query);
        request.Content = method == HttpMethod.Post ? content : null;
        request.Headers.Authorization = apiKey is null ? null : new AuthenticationHeaderValue("Bearer", apiKey);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode)
        {
            AssertDescribed(method.Method, "/v1/" + path, await content.ReadAsStringAsync(), body);
        }

        return (response.StatusCode, (JsonObject)JsonNode.Parse(body)!);
    }

    /// <summary>
    /// Every call that these tests make must be one that Stripe describes, and every answer must have the described
    /// shape, where the description is at hand. Not checked are the few calls that it leaves out and answers that
    /// were expanded.
    /// </summary>
    private static void AssertDescribed(string method, string path, string parameters, string answer)
    {
        if (SharedMaterial.Find(OpenApiDescription.RelativePath) is null)
        {
            return;
        }

        var description = OpenApiDescription.Instance;
        var isForm = method == "POST";
        var problems = description.RequestProblems(method, path, isForm ? null : parameters, isForm ? parameters : null)
            .Concat(parameters.Contains("expand", StringComparison.Ordinal) ? [] : description.ResponseProblems(method, path, answer))
            .Where(problem => !problem.StartsWith("no such operation", StringComparison.Ordinal)).ToList();
        Assert.True(problems.Count == 0, $"{method} {path}: {string.Join("; ", problems)}");
    }

    /// <summary>Moves the clock as the program does: to each instant at which something falls due, then to the target.</summary>
    public async Task MoveToAsync(DateTimeOffset target)
    {
        while (await Stripe.NextDueAsync() is { } due && due <= target)
        {
            Now = due > Now ? due : Now;
            await Stripe.RunDueAsync(Now);
        }

        Now = target;
    }

    public async Task<JsonObject> AddPriceAsync(long amount, string interval = "month", string currency = "usd", string name = "Business")
    {
        var product = await PostAsync("products", ("name", name));
        return await PostAsync(
            "prices", ("product", product["id"]!.GetValue<string>()), ("currency", currency),
            ("unit_amount", amount.ToString(CultureInfo.InvariantCulture)), ("recurring[interval]", interval));
    }

    public async Task<JsonObject> AddCustomerAsync(string card = "pm_card_visa", string? testClock = null)
    {
        var customer = await PostAsync("customers",
            [("email", "ana@example.com"), ("name", "Ana"), .. testClock is null ? Array.Empty<(string, string)>() : [("test_clock", testClock)]]);
        return await PostAsync("customers/" + customer["id"]!.GetValue<string>(), ("invoice_settings[default_payment_method]", card));
    }

    public async Task<JsonObject> SubscribeAsync(JsonObject customer, JsonObject price, params (string Name, string Value)[] more) => await PostAsync(
        "subscriptions",
        [("customer", customer["id"]!.GetValue<string>()), ("items[0][price]", price["id"]!.GetValue<string>()), .. more]);

    public async Task<IReadOnlyList<JsonObject>> InvoicesAsync(JsonObject subscription) => [.. (await GetAsync(
        "invoices", ("subscription", subscription["id"]!.GetValue<string>()), ("limit", "100")))["data"]!.AsArray().Select(node => node!.AsObject())];

    public async Task<IReadOnlyList<string>> EventTypesAsync() =>
        [.. (await GetAsync("events", ("limit", "100")))["data"]!.AsArray().Select(node => node!["type"]!.GetValue<string>()).Reverse()];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!KeepsDatabase)
        {
            Directory.Delete(Path.GetDirectoryName(Options.DatabasePath)!, recursive: true);
        }
    }
}

/// <summary>A webhook as it came over HTTP.</summary>
public sealed record ReceivedWebhook(string Payload, string Signature)
{
    public JsonObject Event { get; } = (JsonObject)JsonNode.Parse(Payload)!;

    public string Type => Event["type"]!.GetValue<string>();
}
