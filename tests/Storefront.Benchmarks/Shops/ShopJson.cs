using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Shops;

/// <summary>The generated serializers of the hand-written routes, and of the file from which the servers for Node.js read the shop.</summary>
[JsonSerializable(typeof(Answer<ShopPlans>), TypeInfoPropertyName = "AnswerShopPlans")]
[JsonSerializable(typeof(Answer<ShopCustomerData>), TypeInfoPropertyName = "AnswerShopCustomer")]
[JsonSerializable(typeof(ShopFile))]
internal sealed partial class ShopJson : JsonSerializerContext
{
    public static ShopJson Answers { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>An enum's values as GraphQL names them.</summary>
internal sealed class ShopNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper)
    where T : struct, Enum;

internal sealed record ShopPlans(IReadOnlyList<ShopPlan> Plans);

internal sealed record ShopCustomerData(CustomerData Customer);

internal sealed record CustomerData(string Name, IReadOnlyList<ShopTicketData> Tickets);

internal sealed record ShopTicketData(int Number, string Subject, ShopStatus Status, IReadOnlyList<ShopEvent> Events);

internal sealed record ShopFile(IReadOnlyList<ShopPlan> Plans, ShopCustomer Customer);
