using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http;

public class StreamRequestTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_holds_nothing_of_what_stands_around_its_endpoint(bool isSocket)
    {
        var returned = new TaskCompletionSource();
        var gone = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(
            configure: graphql => graphql.Services.AddScoped(_ => new OfRequest(gone)),
            around: app => app.UseGraphQLStreams().Use(async (context, next) =>
            {
                context.RequestServices.GetRequiredService<OfRequest>();
                await next(context);
                if (MayStream(context.Request))
                {
                    returned.SetResult();
                }
            }));

        Func<Task<string>> next;
        await using var stream = isSocket ? null : new TestEventStream(await server.PostAsync("subscription { events }", "text/event-stream"));
        await using var socket = isSocket ? await server.ConnectAsync() : null;
        if (socket is not null)
        {
            await socket.SubscribeAsync("1", "subscription { events }");
            next = async () => (string)(await socket.ReceiveAsync())["type"]!;
        }
        else
        {
            next = async () => (await stream!.ReadAsync())!.Name;
        }

        await returned.Task.WaitAsync(Patience);
        await gone.Task.WaitAsync(Patience);
        await Eventually.TrueAsync(() => server.OpenTopics == 1);
        await server.TriggerAsync();
        Assert.Equal("next", await next());
    }

    [Fact]
    public async Task What_the_request_set_for_its_code_holds_for_its_stream()
    {
        var cultures = new List<string>();
        await using var server = await TestServer.StartAsync(
            around: app => app.UseGraphQLStreams().Use((context, next) =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pt-BR");
                StreamBeginning.Add(context, () => cultures.Add(CultureInfo.CurrentCulture.Name));
                return next(context);
            }));

        await using var stream = new TestEventStream(await server.PostAsync("subscription { countdown(from: 1) }", "text/event-stream"));
        await stream.ReadAllAsync();

        Assert.Equal(["pt-BR"], cultures);
    }

    [Fact]
    public async Task A_stream_whose_request_fails_is_closed()
    {
        await using var server = await TestServer.StartAsync(around: app => app.UseGraphQLStreams().Use(async (context, next) =>
        {
            await next(context);
            if (MayStream(context.Request))
            {
                throw new InvalidOperationException("The way out is closed.");
            }
        }));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.PostAsync("subscription { events }", "text/event-stream"));

        await Eventually.TrueAsync(() => server.OpenTopics == 0);
    }

    [Fact]
    public async Task A_stream_whose_request_was_answered_otherwise_is_closed()
    {
        await using var server = await TestServer.StartAsync(around: app => app.UseGraphQLStreams().Use(async (context, next) =>
        {
            await next(context);
            if (MayStream(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status418ImATeapot;
                await context.Response.WriteAsync("Not today.");
            }
        }));

        using var answer = await server.PostAsync("subscription { events }", "text/event-stream");

        Assert.Equal(StatusCodes.Status418ImATeapot, (int)answer.StatusCode);
        Assert.Equal("Not today.", await answer.Content.ReadAsStringAsync());
        await Eventually.TrueAsync(() => server.OpenTopics == 0);
    }

    private static bool MayStream(HttpRequest request) => request.Headers.Upgrade.Count > 0 || request.Headers.Accept.ToString() == "text/event-stream";

    /// <summary>Says when the answer begins, in the culture that holds then.</summary>
    private static class StreamBeginning
    {
        public static void Add(HttpContext context, Action begun) => context.Response.OnStarting(() =>
        {
            begun();
            return Task.CompletedTask;
        });
    }

    private sealed class OfRequest(TaskCompletionSource gone) : IDisposable
    {
        public void Dispose() => gone.TrySetResult();
    }
}
