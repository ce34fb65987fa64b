using System.Text.Json;

namespace Storefront.Tests.Support;

public sealed class OpenApiDescriptionTests
{
    [SharedFact]
    public void A_right_request_has_no_problems() => Assert.Empty(OpenApiDescription.Instance.RequestProblems(
        "POST", "/sandbox/stripe/v1/subscriptions/sub_1", null,
        "items[0][id]=si_1&items%5B0%5D%5Bprice%5D=price_1&proration_behavior=none&metadata[a]=&pause_collection=&cancel_at_period_end=true"));

    [SharedTheory]
    [InlineData("PUT", "/v1/customers/cus_1", "", "no such operation")]
    [InlineData("POST", "/v1/nothing", "", "no such operation")]
    [InlineData("POST", "/v1/customers", "colour=red", "colour: unknown parameter")]
    [InlineData("POST", "/v1/customers", "balance=ten", "balance: \"ten\" is no integer")]
    [InlineData("POST", "/v1/customers", "name=a&name=b", "name: sent twice")]
    [InlineData("POST", "/v1/subscriptions/sub_1", "items[1][price]=p", "items[1]: the index should be 0")]
    [InlineData("POST", "/v1/subscriptions/sub_1", "proration_behavior=maybe", "is none of")]
    [InlineData("POST", "/v1/prices", "unit_amount=5", "[currency]: required and missing")]
    [InlineData("POST", "/v1/refunds", "metadata=x", "metadata")]
    [InlineData("GET", "/v1/customers/cus_1", "a=1", "a body is sent where none is taken")]
    public void A_wrong_request_is_named(string method, string path, string form, string problem) =>
        Assert.Contains(OpenApiDescription.Instance.RequestProblems(method, path, null, form), found => found.Contains(problem, StringComparison.Ordinal));

    [SharedFact]
    public void An_unknown_query_parameter_is_named() => Assert.Equal(
        ["status: unknown query parameter"],
        OpenApiDescription.Instance.RequestProblems("GET", "/v1/prices", "?lookup_keys[0]=a&status=b"));

    [SharedFact]
    public void A_literal_path_wins_over_a_variable() => Assert.Empty(
        OpenApiDescription.Instance.RequestProblems("POST", "/v1/invoices/create_preview", null, "customer=cus_1&preview_mode=next"));

    [SharedTheory]
    [InlineData("""{"id":"c","object":"test_helpers.test_clock","created":1,"deletes_after":1,"frozen_time":1,"livemode":false,"name":null,"status_details":{},"status":"ready"}""", null)]
    [InlineData("""{"id":"c","object":"test_helpers.test_clock","created":1,"deletes_after":1,"frozen_time":1,"livemode":false,"name":null,"status_details":{}}""", ".status: required and missing")]
    [InlineData("""{"id":"c","object":"test_helpers.test_clock","created":1.5,"deletes_after":1,"frozen_time":1,"livemode":false,"name":null,"status_details":{},"status":"ready"}""", "created: Number is sent where the description has integer")]
    [InlineData("""{"id":null,"object":"test_helpers.test_clock","created":1,"deletes_after":1,"frozen_time":1,"livemode":false,"name":null,"status_details":{},"status":"ready"}""", "id: Null is sent where the description has string")]
    [InlineData("""{"id":"c","object":"test_helpers.test_clock","created":1,"deletes_after":1,"frozen_time":1,"livemode":false,"name":null,"status_details":{},"status":"late","more":1}""", "more: unknown member")]
    public void Shapes_are_compared(string json, string? problem)
    {
        var problems = OpenApiDescription.Instance.ObjectProblems(json);
        if (problem is null)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.Contains(problem, problems);
        }
    }

    [SharedFact(Fixtures)]
    public void Stripes_own_examples_have_the_described_shapes()
    {
        using var fixtures = JsonDocument.Parse(File.ReadAllBytes(SharedMaterial.Require(Fixtures)));
        var problems =
            from fixture in fixtures.RootElement.GetProperty("resources").EnumerateObject()
            from problem in OpenApiDescription.Instance.ObjectProblems(fixture.Value.GetRawText())
            select $"{fixture.Name}: {problem}";

        // The examples are some months older: what was added since is missing, and one member has gone.
        Assert.Equal(
            ["invoice: subscription: unknown member"],
            problems.Where(problem => !problem.EndsWith("required and missing", StringComparison.Ordinal)));
    }

    private const string Fixtures = "stripe/fixtures.trimmed.json";
}
