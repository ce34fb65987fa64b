using System.Text.Json;
using Storefront.Stripe;
using Storefront.Stripe.Checkout;
using Storefront.Stripe.Events;

namespace Storefront.Tests.Stripe.Client;

public sealed class EventUtilityTests
{
    private const string Secret = "whsec_present";
    private const string OtherSecret = "whsec_other";

    private const string Json =
        """
        {"id":"evt_1","object":"event","api_version":"2026-10-28.endive","created":1700000000,"livemode":false,"pending_webhooks":1,"request":null,
        "type":"checkout.session.completed","data":{"object":{"id":"cs_1","object":"checkout.session","mode":"payment","customer_details":{"name":"Ñandú 😀 日本"}}}}
        """;

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public void A_signed_event_is_read_with_its_object_typed()
    {
        var read = Construct(Header());
        Assert.Equal("evt_1", read.Id);
        Assert.Equal(EventTypes.CheckoutSessionCompleted, read.Type);
        Assert.Equal(Now, read.Created);
        var session = Assert.IsType<Session>(read.Data.Object);
        Assert.Equal("Ñandú 😀 日本", session.CustomerDetails!.Name);
        Assert.Same(session, read.Data.Object);
    }

    [Fact]
    public void The_signature_is_the_published_one() => Assert.Equal(
        // printf '12345.{"a":"ñ"}' | openssl dgst -sha256 -hmac whsec_test
        "d3171a7c121ff7dd92008d703c45c71464a0683c206b9e87fdfada6eeb07096b",
        EventUtility.ComputeSignature("whsec_test", "12345", """{"a":"ñ"}"""));

    [Fact]
    public void A_changed_payload_is_refused() =>
        Refused("None of the webhook's signatures", Json.Replace("payment", "setup", StringComparison.Ordinal), Header());

    [Fact]
    public void A_signature_by_another_secret_is_refused() => Refused("None of the webhook's signatures", Json, Header(OtherSecret));

    [Fact]
    public void A_signature_for_another_time_is_refused() =>
        Refused("None of the webhook's signatures", Json, Header().Replace("t=1700000000", "t=1700000001", StringComparison.Ordinal));

    [Fact]
    public void One_right_signature_among_several_is_enough()
    {
        Assert.Equal("evt_1", Construct(EventUtility.CreateHeader(Json, [OtherSecret, Secret], Now)).Id);
        Assert.Equal("evt_1", Construct($"{Header()},v1=00,v1=").Id);
    }

    [Fact]
    public void While_a_secret_is_replaced_both_count()
    {
        string[] secrets = ["whsec_next", Secret];
        Assert.Equal("evt_1", EventUtility.ConstructEvent(Json, Header(), secrets, EventUtility.DefaultTimeTolerance, Now).Id);
        Assert.Equal("evt_1", EventUtility.ConstructEvent(Json, Header("whsec_next"), secrets, EventUtility.DefaultTimeTolerance, Now).Id);
        Assert.Throws<StripeException>(() => EventUtility.ConstructEvent(Json, Header(OtherSecret), secrets, EventUtility.DefaultTimeTolerance, Now));
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(1_000_000_000, false)]
    public void Only_what_was_signed_within_the_tolerance_counts(int age, bool counts)
    {
        var signed = EventUtility.CreateHeader(Json, [Secret], Now.AddSeconds(-age));
        if (counts)
        {
            Assert.Equal("evt_1", Construct(signed).Id);
        }
        else
        {
            Refused("outside the tolerance", Json, signed);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(",,,")]
    [InlineData("t=1700000000")]
    [InlineData("v1=abc")]
    [InlineData("t=,v1=abc")]
    [InlineData("t=soon,v1=abc")]
    [InlineData("t=-5,v1=abc")]
    [InlineData("t=99999999999999999999,v1=abc")]
    [InlineData("t=1700000000,t=1700000000,v1=abc")]
    [InlineData("t=1700000000,v0=abc")]
    [InlineData("t 1700000000 v1 abc")]
    public void A_malformed_header_is_refused(string? header) => Refused("missing or malformed", Json, header);

    [Theory]
    [InlineData("t=9223372036854775807,v1=abc")]
    [InlineData("t=1700000000,v1=ñ")]
    [InlineData("t=1700000000,v1==")]
    public void Nonsense_in_a_well_formed_header_is_forged(string header) => Refused("None of the webhook's signatures", Json, header);

    [Fact]
    public void A_signature_of_the_old_scheme_does_not_count() =>
        Refused("missing or malformed", Json, Header().Replace("v1=", "v0=", StringComparison.Ordinal));

    [Fact]
    public void An_empty_secret_is_refused_before_anything_else()
    {
        Assert.Throws<ArgumentException>(() => EventUtility.ConstructEvent(Json, Header(), "", 300, Now));
        Assert.Throws<ArgumentException>(() => EventUtility.ConstructEvent(Json, Header(), [], 300, Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""{"id":"cus_1","object":"customer"}""")]
    [InlineData("""{"id":"evt_1","object":"event","type":"x","created":"yesterday"}""")]
    public void A_signed_body_that_is_no_event_is_refused(string json) =>
        Refused("no event", json, EventUtility.CreateHeader(json, [Secret], Now));

    [Fact]
    public void An_event_of_another_release_is_refused_unless_asked_for()
    {
        var json = Json.Replace("2026-10-28.endive", "2025-03-31.basil", StringComparison.Ordinal);
        var header = EventUtility.CreateHeader(json, [Secret], Now);
        Refused("2025-03-31.basil", json, header);
        Assert.Equal("evt_1", EventUtility.ConstructEvent(json, header, Secret, 300, Now, throwOnApiVersionMismatch: false).Id);
    }

    [Fact]
    public void A_later_version_of_the_same_release_is_read()
    {
        var json = Json.Replace("2026-10-28.endive", "2026-12-30.endive", StringComparison.Ordinal);
        Assert.Equal("evt_1", EventUtility.ConstructEvent(json, EventUtility.CreateHeader(json, [Secret], Now), Secret, 300, Now).Id);
    }

    [Fact]
    public void An_object_of_an_unknown_type_is_there_as_it_was_sent()
    {
        var data = EventUtility.ParseEvent("""{"id":"e","object":"event","type":"a.b","data":{"object":{"id":"x","object":"novelty"},"previous_attributes":{"a":1}}}""").Data;
        Assert.Null(data.Object);
        Assert.Equal("x", data.RawObject.GetProperty("id").GetString());
        Assert.Equal(1, data.PreviousAttributes!.Value.GetProperty("a").GetInt32());
        Assert.Equal(JsonValueKind.Undefined, EventUtility.ParseEvent("""{"id":"e","object":"event","type":"a.b"}""").Data.RawObject.ValueKind);
    }

    private static Event Construct(string? header) => EventUtility.ConstructEvent(Json, header, Secret, EventUtility.DefaultTimeTolerance, Now);

    private static string Header(string secret = Secret) => EventUtility.CreateHeader(Json, [secret], Now);

    private static void Refused(string reason, string json, string? header)
    {
        var refused = Assert.Throws<StripeException>(() => EventUtility.ConstructEvent(json, header, Secret, EventUtility.DefaultTimeTolerance, Now));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }
}
