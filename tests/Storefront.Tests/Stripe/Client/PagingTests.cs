using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storefront.Stripe.Invoices;
using Storefront.Tests.Support;

namespace Storefront.Tests.Stripe.Client;

public sealed class PagingTests
{
    /// <summary>Newest first, as Stripe lists them.</summary>
    private static readonly string[] All = [.. Enumerable.Range(1, 7).Reverse().Select(number => $"in_{number}")];

    [SharedFact]
    public async Task Every_page_is_read_newest_first()
    {
        await using var listener = await StripeListener.StartAsync(ListAsync);
        var options = new InvoiceListOptions { Limit = 3, Customer = "cus_1", Expand = ["data.payments"] };

        var ids = await ReadAsync(listener.Client().V1.Invoices.ListAutoPagingAsync(options));

        Assert.Equal(All, ids);
        Assert.Equal(3, listener.Requests.Count);
        Assert.All(listener.Requests, request => request.AssertDescribed());
        Assert.All(listener.Requests, request => Assert.Contains("customer=cus_1", request.Parameters));
        Assert.Equal([null, "starting_after=in_5", "starting_after=in_2"], listener.Requests.Select(request => request.Parameters.SingleOrDefault(Starts)));
        Assert.Null(options.StartingAfter);

        static bool Starts(string parameter) => parameter.StartsWith("starting_after", StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_start_after_an_object() =>
        Assert.Equal(["in_3", "in_2", "in_1"], await ReadAllAsync(new() { Limit = 2, StartingAfter = "in_4" }));

    [Fact]
    public async Task Before_an_object_it_goes_towards_the_newest() =>
        Assert.Equal(["in_3", "in_4", "in_5", "in_6", "in_7"], await ReadAllAsync(new() { Limit = 2, EndingBefore = "in_2" }));

    [Fact]
    public async Task Without_a_limit_Stripes_own_counts() => Assert.Equal(All, await ReadAllAsync(null));

    [Fact]
    public async Task A_page_that_says_there_is_more_and_has_nothing_ends_it()
    {
        await using var listener = await StripeListener.StartAsync("""{"object":"list","data":[],"has_more":true,"url":"/v1/invoices"}""");
        Assert.Empty(await ReadAsync(listener.Client().V1.Invoices.ListAutoPagingAsync()));
        Assert.Single(listener.Requests);
    }

    [Fact]
    public async Task Pages_that_nobody_asks_for_are_not_fetched()
    {
        await using var listener = await StripeListener.StartAsync(ListAsync);
        await foreach (var invoice in listener.Client().V1.Invoices.ListAutoPagingAsync(new() { Limit = 2 }))
        {
            if (invoice.Id == "in_6")
            {
                break;
            }
        }

        Assert.Single(listener.Requests);
    }

    [Fact]
    public async Task A_page_that_fails_is_tried_again_and_nothing_is_lost_or_doubled()
    {
        await using var listener = await StripeListener.StartAsync((context, number) =>
            number % 2 == 0 ? StripeListener.SendAsync(context, "{}", 500) : ListAsync(context, number));
        Assert.Equal(All, await ReadAsync(listener.Client().V1.Invoices.ListAutoPagingAsync(new() { Limit = 2 })));
        Assert.Equal(8, listener.Requests.Count);
    }

    [Fact]
    public async Task The_lines_of_an_invoice_are_paged_too()
    {
        await using var listener = await StripeListener.StartAsync(ListAsync);
        var ids = await ReadAsync(listener.Client().V1.Invoices.ListLineItemsAutoPagingAsync("in_9", new() { Limit = 5 }));
        Assert.Equal(All, ids);
        Assert.All(listener.Requests, request => Assert.Equal("/v1/invoices/in_9/lines", request.Path));
    }

    private static async Task<List<string>> ReadAllAsync(InvoiceListOptions? options)
    {
        await using var listener = await StripeListener.StartAsync(ListAsync);
        return await ReadAsync(listener.Client().V1.Invoices.ListAutoPagingAsync(options));
    }

    private static async Task<List<string>> ReadAsync<T>(IAsyncEnumerable<T> objects)
        where T : Storefront.Stripe.IHasId
    {
        var ids = new List<string>();
        await foreach (var item in objects)
        {
            ids.Add(item.Id);
        }

        return ids;
    }

    /// <summary>Pages as Stripe does: newest first within a page, the page nearest to the cursor.</summary>
    private static Task ListAsync(HttpContext context, int number)
    {
        var query = context.Request.Query;
        var limit = int.Parse(query["limit"].FirstOrDefault() ?? "10", CultureInfo.InvariantCulture);
        string[] page, rest;
        if (query["ending_before"].FirstOrDefault() is { } before)
        {
            rest = All[..Array.IndexOf(All, before)];
            page = [.. rest.TakeLast(limit)];
        }
        else
        {
            rest = query["starting_after"].FirstOrDefault() is { } after ? All[(Array.IndexOf(All, after) + 1)..] : All;
            page = [.. rest.Take(limit)];
        }

        return StripeListener.SendAsync(context, JsonSerializer.Serialize(new
        {
            @object = "list",
            data = page.Select(id => new { id, @object = "invoice" }),
            has_more = page.Length < rest.Length,
            url = context.Request.Path.Value,
        }));
    }
}
