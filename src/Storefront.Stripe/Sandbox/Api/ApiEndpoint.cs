using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Api;

/// <summary>Answers calls of the API: key, parameters, idempotency, one transaction, expansion, errors.</summary>
internal sealed partial class ApiEndpoint(LocalStripe stripe, LocalStripeOptions options, ILogger<ApiEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context, string path)
    {
        var requestId = Identifiers.New("req", 14);
        context.Response.Headers["Request-Id"] = requestId;
        context.Response.Headers["Stripe-Version"] = LocalStripeOptions.ApiVersion;
        var (status, body) = await AnswerAsync(context, path, requestId);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-cache, no-store";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private async Task<(int Status, string Body)> AnswerAsync(HttpContext context, string path, string requestId)
    {
        try
        {
            Authorize(context.Request);
            var pairs = await ReadAsync(context.Request);
            return await RunAsync(context, path, pairs, requestId);
        }
        catch (LocalStripeException exception)
        {
            return (exception.Status, Error(exception));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(exception, context.Request.Method, path);
            return (500, Error(ErrorHelper.Unexpected()));
        }
    }

    private async Task<(int Status, string Body)> RunAsync(
        HttpContext context, string path, List<KeyValuePair<string, string>> pairs, string requestId)
    {
        var method = context.Request.Method;
        var (handler, ids) = ApiRoutes.All.Find(method, path)
            ?? throw ErrorHelper.Invalid($"Unrecognized request URL ({method}: /v1/{path}).", status: 404);
        var key = method == "POST" ? context.Request.Headers["Idempotency-Key"].ToString() : "";
        var fingerprint = FingerprintOf(method, path, pairs);
        using var store = method == "GET" ? stripe.Store.BeginReading() : await stripe.Store.BeginAsync(context.RequestAborted);
        if (key.Length > 0 && Stored(store, key, fingerprint, path) is { } stored)
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
            return stored;
        }

        var baseUrl = BaseUrlOf(context, path);
        var work = stripe.NewWorkspace(store, baseUrl, (requestId, key.Length > 0 ? key : null));
        var request = new ApiRequest("/v1/" + path, ids, new Parameters(ParameterNode.Decode(pairs)));
        (int Status, string Body) result;
        try
        {
            var expand = request.Parameters.Texts("expand") ?? [];
            var answer = handler(work, request).Shown();
            request.Parameters.RejectUnread();
            Expansion.Apply(work, answer, expand);
            result = (200, answer.ToJsonString());
        }
        catch (LocalStripeException exception) when (exception.KeepsEffects)
        {
            result = (exception.Status, Error(exception));
        }

        if (work.MustRollBack)
        {
            return result;
        }

        if (method != "GET")
        {
            Remember(store, key, fingerprint, result);
            stripe.RememberAddress(store, baseUrl);
            store.Commit();
            stripe.WakeDelivery(work.Events.Count);
        }

        return result;
    }

    private void Authorize(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            throw ErrorHelper.Unauthorized(
                "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }

        var key = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : FromBasic(header);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(options.ApiKey)))
        {
            var shown = key.Length > 8 ? string.Concat(key.AsSpan(0, 4), "********", key.AsSpan(key.Length - 4)) : "****";
            throw ErrorHelper.Unauthorized($"Invalid API Key provided: {shown}");
        }
    }

    private static string FromBasic(string header)
    {
        var encoded = header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? header[6..] : "";
        var buffer = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, buffer, out var length)
            ? Encoding.UTF8.GetString(buffer, 0, length).Split(':')[0]
            : "";
    }

    private static async Task<List<KeyValuePair<string, string>>> ReadAsync(HttpRequest request)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        pairs.AddRange(Flatten(request.Query));
        if (request.HasFormContentType)
        {
            pairs.AddRange(Flatten(await request.ReadFormAsync(request.HttpContext.RequestAborted)));
        }
        else if (request.ContentLength > 0)
        {
            throw ErrorHelper.Invalid("Invalid request (check that your POST content type is application/x-www-form-urlencoded).");
        }

        return pairs;
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> source) =>
        source.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));

    private static (int Status, string Body)? Stored(StripeTransaction store, string key, string fingerprint, string path)
    {
        var rows = store.Rows(
            "SELECT fingerprint, status, body FROM idempotency WHERE key = $key",
            row => (Fingerprint: row.GetString(0), Status: row.GetInt32(1), Body: row.GetString(2)), ("$key", key));
        if (rows.Count == 0)
        {
            return null;
        }

        return rows[0].Fingerprint == fingerprint
            ? (rows[0].Status, rows[0].Body)
            : throw ErrorHelper.Idempotency(
                $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request. (/v1/{path})");
    }

    /// <summary>Answers are kept for a day; a call that was refused before it did anything is not kept.</summary>
    private void Remember(StripeTransaction store, string key, string fingerprint, (int Status, string Body) result)
    {
        if (key.Length == 0)
        {
            return;
        }

        var now = options.RealTime.GetUtcNow();
        store.Execute("DELETE FROM idempotency WHERE at < $limit", ("$limit", now.AddDays(-1).ToUnixTimeSeconds()));
        store.Execute(
            "INSERT INTO idempotency (key, fingerprint, status, body, at) VALUES ($key, $fingerprint, $status, $body, $at)",
            ("$key", key), ("$fingerprint", fingerprint), ("$status", result.Status), ("$body", result.Body), ("$at", now.ToUnixTimeSeconds()));
    }

    private static string FingerprintOf(string method, string path, List<KeyValuePair<string, string>> pairs)
    {
        var text = new StringBuilder(method).Append(' ').Append(path);
        foreach (var (name, value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{name.Length}:{name}={value}");
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string BaseUrlOf(HttpContext context, string path)
    {
        var request = context.Request;
        var whole = request.PathBase.Add(request.Path).ToString();
        var prefix = whole[..^Math.Min(whole.Length, "/v1/".Length + path.Length)];
        return $"{request.Scheme}://{request.Host}{prefix}";
    }

    private static string Error(LocalStripeException exception) =>
        new JsonObject { ["error"] = exception.Error.Shown() }.ToJsonString();

    [LoggerMessage(Level = LogLevel.Error, Message = "The local Stripe failed on {Method} /v1/{Path}.")]
    private partial void Failed(Exception exception, string method, string path);
}
