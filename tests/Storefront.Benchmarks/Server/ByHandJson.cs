using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storefront.Benchmarks.Server;

/// <summary>The generated serializers of the hand-written routes.</summary>
[JsonSerializable(typeof(Answer<PlansData>), TypeInfoPropertyName = "AnswerPlansData")]
[JsonSerializable(typeof(Answer<DashboardData>), TypeInfoPropertyName = "AnswerDashboardData")]
internal sealed partial class ByHandJson : JsonSerializerContext
{
    public static ByHandJson Answers { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed record Answer<T>(T Data);

internal sealed record PlansData(IReadOnlyList<PlanData> Plans);

internal sealed record PlanData(string Key, string Name, int Rank, int MonthlyMinutes, IReadOnlyList<PriceData> Prices);

internal sealed record PriceData(string Interval, MoneyData Amount, MoneyData Total);

internal sealed record MoneyData(string Amount, string Currency);

internal sealed record DashboardData(AccountData Account);

internal sealed record AccountData(string Name, IReadOnlyList<MemberData> Members);

internal sealed record MemberData(string Name, string Role, DateTime JoinedAt);
