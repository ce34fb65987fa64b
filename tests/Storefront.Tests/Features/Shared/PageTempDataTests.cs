using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Features.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Shared;

public class PageTempDataTests
{
    [Fact]
    public async Task What_is_said_once_waits_for_the_page_and_is_not_taken_by_one_that_brings_regions_up_to_date()
    {
        await using var host = await StorefrontHost.StartAsync();
        var said = host.Services.GetRequiredService<ITempDataProvider>();
        var post = Request();
        said.SaveTempData(post, new Dictionary<string, object> { ["said"] = "done" });
        var cookie = post.Response.Headers.SetCookie.ToString().Split(';')[0];

        var regions = Request(cookie);
        regions.Request.Headers[PageTempData.RegionsHeader] = "true";
        Assert.Empty(said.LoadTempData(regions));
        said.SaveTempData(regions, new Dictionary<string, object>());
        Assert.Equal(0, regions.Response.Headers.SetCookie.Count);

        var page = Request(cookie);
        Assert.Equal("done", said.LoadTempData(page)["said"]);
        said.SaveTempData(page, new Dictionary<string, object>());
        Assert.Contains("expires=Thu, 01 Jan 1970", page.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);

        HttpContext Request(string? sent = null)
        {
            var context = new DefaultHttpContext { RequestServices = host.Services };
            if (sent is not null)
            {
                context.Request.Headers.Cookie = sent;
            }

            return context;
        }
    }
}
