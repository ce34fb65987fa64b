using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Api;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Resources;

/// <summary><c>/v1/test_helpers/test_clocks</c>: a time of its own for the customers that are attached to it.</summary>
internal static class TestClockResource
{
    private const string Kind = "test_helpers.test_clock";
    private const long SecondsPerDay = 86400;

    public static void Map(ApiRoutes routes) => routes
        .Post("test_helpers/test_clocks", Create)
        .Get("test_helpers/test_clocks", (work, request) => request.ListOf(work, new ObjectQuery(Kind)))
        .Get("test_helpers/test_clocks/{id}", (work, request) => work.Require(Kind, request.Id))
        .Delete("test_helpers/test_clocks/{id}", Delete)
        .Post("test_helpers/test_clocks/{id}/advance", Advance);

    private static JsonObject Create(Workspace work, ApiRequest request)
    {
        var clock = new JsonObject
        {
            ["id"] = Identifiers.New("clock"),
            ["object"] = Kind,
            ["created"] = work.Now,
            ["deletes_after"] = work.Now + (30 * SecondsPerDay),
            ["frozen_time"] = request.Parameters.Integer("frozen_time") ?? throw request.Parameters.Missing("frozen_time"),
            ["livemode"] = false,
            ["name"] = request.Parameters.Text("name"),
            ["status"] = "ready",
            ["status_details"] = new JsonObject(),
        };
        work.Store.Add(clock);
        work.Events.Record("test_helpers.test_clock.created", clock);
        return clock;
    }

    private static JsonObject Advance(Workspace work, ApiRequest request)
    {
        var clock = work.Require(Kind, request.Id);
        var target = request.Parameters.Integer("frozen_time") ?? throw request.Parameters.Missing("frozen_time");
        if (target <= clock.Number("frozen_time"))
        {
            throw request.Parameters.Invalid("frozen_time", "You cannot advance a clock to a time that is not after its frozen time.");
        }

        while (work.Store.NextDue(request.Id) is { } due && due.At <= target)
        {
            work.MoveTo(due.At);
            Billing.DueWork.Run(work, work.Store.Find(due.Id)!);
        }

        work.MoveTo(target);
        work.Update(clock, null, json => json["frozen_time"] = target);
        work.Events.Record("test_helpers.test_clock.ready", clock);
        return clock;
    }

    private static JsonObject Delete(Workspace work, ApiRequest request)
    {
        var clock = work.Require(Kind, request.Id);
        foreach (var kind in new[] { "subscription", "invoice", "invoiceitem", "customer" })
        {
            foreach (var attached in work.Store.List(new ObjectQuery(kind).Where("test_clock", request.Id)).ToList())
            {
                work.Store.Remove(attached.Text("id"));
            }
        }

        work.Store.Remove(request.Id);
        work.Events.Record("test_helpers.test_clock.deleted", clock);
        return Deleted.Of(clock);
    }
}
