using System.Text.Json.Nodes;
using Storefront.Stripe.Sandbox.Storage;

namespace Storefront.Stripe.Sandbox.Api;

/// <summary>One call of the API: the ids in its path and its parameters.</summary>
internal sealed record ApiRequest(string Path, IReadOnlyList<string> Ids, Parameters Parameters)
{
    public string Id => Ids[0];

    /// <summary>Answers a page of objects, newest first, by Stripe's cursors.</summary>
    public JsonObject ListOf(Workspace work, ObjectQuery query) => ListOf(work, query, json => json);

    /// <inheritdoc cref="ListOf(Workspace, ObjectQuery)"/>
    public JsonObject ListOf(Workspace work, ObjectQuery query, Func<JsonObject, JsonObject> show)
    {
        var limit = Limit();
        var startingAfter = Cursor(work, "starting_after");
        var endingBefore = Cursor(work, "ending_before");
        if (Parameters.Part("created") is { } range)
        {
            query.Where("created", range.Integer("gt"), ">").Where("created", range.Integer("gte"), ">=")
                .Where("created", range.Integer("lt"), "<").Where("created", range.Integer("lte"), "<=");
        }

        var all = work.Store.List(query.Before(startingAfter).After(endingBefore));
        var page = endingBefore is null ? all.Take(limit) : all.Skip(Math.Max(0, all.Count - limit));
        return page.Select(json => (JsonObject)show(json).Shown()).ToStripeList(Path, all.Count > limit);
    }

    /// <summary>Answers a page of things that are kept inside another object.</summary>
    public JsonObject ListOf(IReadOnlyList<JsonObject> all)
    {
        var limit = Limit();
        var after = Parameters.Text("starting_after");
        var before = Parameters.Text("ending_before");
        var rest = all.AsEnumerable();
        if (after is not null)
        {
            rest = rest.SkipWhile(json => json.Text("id") != after).Skip(1);
        }

        if (before is not null)
        {
            rest = rest.TakeWhile(json => json.Text("id") != before).TakeLast(limit);
        }

        var left = rest.ToList();
        return left.Take(limit).Select(json => (JsonObject)json.Shown()).ToStripeList(Path, left.Count > limit);
    }

    private int Limit()
    {
        var limit = Parameters.Integer("limit") ?? 10;
        return limit is >= 1 and <= 100
            ? (int)limit
            : throw Parameters.Invalid("limit", "This value must be between 1 and 100.", "parameter_invalid_integer");
    }

    private long? Cursor(Workspace work, string name) => Parameters.Text(name) is { } id
        ? work.Store.PositionOf(id) ?? throw ErrorHelper.Missing("object", id, name)
        : null;
}
