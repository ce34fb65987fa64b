using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storefront.Benchmarks.Server;

/// <summary>The generated serializers of the hand-written routes.</summary>
[JsonSerializable(typeof(Answer<PlansData>), TypeInfoPropertyName = "AnswerPlansData")]
[JsonSerializable(typeof(Answer<DashboardData>), TypeInfoPropertyName = "AnswerDashboardData")]
internal sealed partial class ByHandJson : JsonSerializerContext
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    public static ByHandJson Answers { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A value as the API names it: <c>IN_PROGRESS</c>.</summary>
    public static string NameOf(Enum value) => Names.GetOrAdd(value, static value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));
}

internal sealed record Answer<T>(T Data);

internal sealed record PlansData(IReadOnlyList<PlanData> Plans);

internal sealed record PlanData(string Key, string Name, int Rank, int MonthlyMinutes, IReadOnlyList<PriceData> Prices);

internal sealed record PriceData(string Interval, MoneyData Amount, MoneyData Total);

internal sealed record MoneyData(string Amount, string Currency);

internal sealed record DashboardData(AccountData Account);

internal sealed record AccountData(string Name, HoursData HourBalance, TicketsData Tickets);

internal sealed record HoursData(int AvailableMinutes, int HeldMinutes, int UsedMinutes, DateTime? PeriodEnd);

internal sealed record TicketsData(IReadOnlyList<TicketData> Nodes);

internal sealed record TicketData(int Number, string Subject, string Status, ClassData Class, DateTime UpdatedAt, EventData? LastEvent);

internal sealed record ClassData(string Key, string Name);

internal sealed record EventData(long Sequence, string Kind, DateTime At);
