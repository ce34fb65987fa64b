using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Hours;
using Storefront.Features.Accounts;
using Storefront.Features.Hours;
using Storefront.Store;
using Storefront.Store.Seeding;
using Storefront.Tests.Features.Accounts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Demo;

/// <summary>The demonstration that the sandbox begins with.</summary>
public sealed class DemoTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task The_demo_is_there_at_the_present_and_starts_over_as_often_as_asked(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        Assert.Equal(TestStore.Start, host.Services.GetRequiredService<BusinessClock>().GetCurrentInstant());
        var first = await AccountAsync(host);
        var history = await HistoryAsync(host);
        Assert.Contains(HourEntryKind.Rollover, history.Select(entry => entry.Kind));
        Assert.Contains(HourEntryKind.Upgrade, history.Select(entry => entry.Kind));

        using var http = host.CreateClient();
        using var moved = await http.PostAsJsonAsync("/sandbox/clock", new { advance = "P1W" });
        moved.EnsureSuccessStatusCode();
        using var reset = await http.PostAsync(new Uri("/sandbox/reset", UriKind.Relative), content: null);
        Assert.Contains("\"ready\"", await reset.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(TestStore.Start, host.Services.GetRequiredService<BusinessClock>().GetCurrentInstant());
        Assert.NotEqual(first, await AccountAsync(host));
        Assert.Equal(history, await HistoryAsync(host));
    }

    [Fact]
    public async Task COM_06_Three_tokens_work_at_once_and_each_sees_its_own()
    {
        await using var host = await StartAsync();
        Assert.Equal("Tienda Sur", (await AskAsync(host, DemoSignIns.CustomerToken, "{ account { name } }")).Find("name"));
        Assert.Equal("Otra Tienda", (await AskAsync(host, DemoSignIns.OtherToken, "{ account { name } }")).Find("name"));
        Assert.Null((await AskAsync(host, DemoSignIns.StaffToken, "{ account { name } }")).Find("name"));
        foreach (var person in host.Services.GetRequiredService<DemoSignIns>().All)
        {
            using var visitor = new Visitor(host);
            Assert.NotNull((await visitor.SignInAsync(person.Email, DemoSignIns.Password)).Location);
            Assert.True(await visitor.IsSignedInAsync());
        }
    }

    [Fact]
    public async Task A_demo_that_was_cut_off_begins_again_and_a_finished_one_stays()
    {
        await using var host = await StartAsync();
        var first = await AccountAsync(host);

        await RestartAsync(host);
        Assert.Equal(first, await AccountAsync(host));

        host.Services.GetRequiredService<DemoMarker>().Begin();
        await RestartAsync(host);
        Assert.NotEqual(first, await AccountAsync(host));
        Assert.False(host.Services.GetRequiredService<DemoMarker>().IsUnfinished);
    }

    [Fact]
    public async Task Another_site_cannot_make_it_start_over()
    {
        await using var host = await StorefrontHost.StartAsync();
        using var http = host.CreateClient();
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await http.PostAsync(new Uri("/sandbox/reset", UriKind.Relative), content: null);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<StorefrontHost> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var host = await StorefrontHost.StartAsync(kind, builder => builder.Configuration["Demo"] = "true");
        var progress = host.Services.GetRequiredService<DemoProgress>();
        await progress.SettledAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(DemoStage.Ready, progress.Stage);
        return host;
    }

    /// <summary>What the service does when the program starts on these data.</summary>
    private static async Task RestartAsync(StorefrontHost host)
    {
        using var service = ActivatorUtilities.CreateInstance<DemoService>(host.Services);
        await service.StartAsync(CancellationToken.None);
        await service.ExecuteTask!;
    }

    private static async Task<Guid> AccountAsync(StorefrontHost host)
    {
        await using var db = host.Db();
        return (await db.Set<Account>().SingleAsync(account => account.Name == "Tienda Sur")).Id.Value;
    }

    private static async Task<IReadOnlyList<(HourEntryKind Kind, int Minutes)>> HistoryAsync(StorefrontHost host)
    {
        await using var db = host.Db();
        var rows = await db.Set<HourEntryRow>().AsNoTracking()
            .Where(row => db.Set<Account>().Any(account => account.Id == row.AccountId && account.Name == "Tienda Sur"))
            .OrderBy(row => row.Sequence).ToListAsync();
        return [.. rows.Select(row => (row.Kind, row.Minutes))];
    }

    private static async Task<Found> AskAsync(StorefrontHost host, string token, string query)
    {
        using var http = host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.PostAsJsonAsync("graphql", new { query });
        return new Found(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private sealed record Found(JsonElement Body)
    {
        public string? Find(string name) => Find(Body.GetProperty("data"), name);

        private static string? Find(JsonElement element, string name) => element.ValueKind != JsonValueKind.Object ? null : element.EnumerateObject()
            .Select(property => property.Name == name && property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : Find(property.Value, name))
            .FirstOrDefault(found => found is not null);
    }
}
