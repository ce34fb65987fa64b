using System.Text.Json.Nodes;

namespace Storefront.Stripe.Sandbox.Api;

/// <summary>Sets properties from parameters of the same name; an empty text unsets.</summary>
internal static class ParameterSetters
{
    public static void SetText(this Parameters parameters, JsonObject json, string name)
    {
        if (parameters.Unsets(name))
        {
            json[name] = null;
        }
        else if (parameters.Text(name) is { } text)
        {
            json[name] = text;
        }
    }

    public static void SetFlag(this Parameters parameters, JsonObject json, string name)
    {
        if (parameters.Flag(name) is { } flag)
        {
            json[name] = flag;
        }
    }

    public static void SetInteger(this Parameters parameters, JsonObject json, string name)
    {
        if (parameters.Unsets(name))
        {
            json[name] = null;
        }
        else if (parameters.Integer(name) is { } number)
        {
            json[name] = number;
        }
    }
}
