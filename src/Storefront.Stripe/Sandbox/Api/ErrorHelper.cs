using System.Text.Json.Nodes;

namespace Storefront.Stripe.Sandbox.Api;

/// <summary>Makes the API's errors.</summary>
internal static class ErrorHelper
{
    public static LocalStripeException Invalid(string message, string? param = null, string? code = null, int status = 400)
    {
        var error = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error" };
        if (code is not null)
        {
            error["code"] = code;
            error["doc_url"] = "https://stripe.com/docs/error-codes/" + code.Replace('_', '-');
        }

        if (param is not null)
        {
            error["param"] = param;
        }

        return new LocalStripeException(status, error);
    }

    public static LocalStripeException Unauthorized(string message) => Invalid(message, status: 401);

    public static LocalStripeException Missing(string kind, string id, string param = "id") =>
        Invalid($"No such {NameOf(kind)}: '{id}'", param, "resource_missing", 404);

    public static LocalStripeException MissingParameter(string param) =>
        Invalid($"Missing required param: {param}.", param, "parameter_missing");

    public static LocalStripeException UnknownParameter(IReadOnlyList<string> parameters) => Invalid(
        $"Received unknown parameter{(parameters.Count > 1 ? "s" : "")}: {string.Join(", ", parameters)}",
        parameters[0], "parameter_unknown");

    public static LocalStripeException Idempotency(string message) => new(400, new JsonObject
    {
        ["message"] = message,
        ["type"] = "idempotency_error",
    });

    public static LocalStripeException Card(string code, string? declineCode, string message, JsonObject? paymentIntent)
    {
        var error = new JsonObject
        {
            ["code"] = code,
            ["doc_url"] = "https://stripe.com/docs/error-codes/" + code.Replace('_', '-'),
            ["message"] = message,
            ["type"] = "card_error",
        };
        if (declineCode is not null)
        {
            error["decline_code"] = declineCode;
        }

        if (paymentIntent is not null)
        {
            error["payment_intent"] = paymentIntent;
        }

        return new LocalStripeException(402, error, keepsEffects: true);
    }

    public static LocalStripeException Unexpected() => new(500, new JsonObject
    {
        ["message"] = "An unexpected error occurred. It has been logged by the local Stripe.",
        ["type"] = "api_error",
    });

    private static string NameOf(string kind) => kind switch
    {
        "checkout.session" => "checkout.session",
        "payment_intent" => "payment_intent",
        "invoiceitem" => "invoiceitem",
        "test_helpers.test_clock" => "test clock",
        "payment_method" => "PaymentMethod",
        _ => kind,
    };
}
