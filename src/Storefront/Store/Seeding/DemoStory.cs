using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;

namespace Storefront.Store.Seeding;

/// <summary>What happens in a house's demonstration, read from <c>demo.{house}.json</c>.</summary>
/// <param name="People">Who is in it.</param>
/// <param name="Accounts">The customers, in the order in which they come.</param>
internal sealed record DemoStory(DemoSignIns People, IReadOnlyList<DemoAccount> Accounts)
{
    private const string FirstHouse = "flunt";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The house's story; for a house without one the first house's customers have signed up today and done nothing yet.</summary>
    public static DemoStory Of(string house)
    {
        var assembly = typeof(DemoStory).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{typeof(DemoStory).Namespace}.demo.{house}.json");
        return stream is null ? new DemoStory(Of(FirstHouse).People, []) : JsonSerializer.Deserialize<DemoStory>(stream, Json)!;
    }
}

/// <summary>A customer's part of the story.</summary>
/// <param name="Who">Its owner's address, as the sign-in page shows it.</param>
/// <param name="Buys">Its purchase; null where there is nothing to buy by the month.</param>
/// <param name="Upgrades">Its change of plan, if there is one.</param>
/// <param name="Tickets">What it asked for.</param>
/// <param name="Commissions">The commission of its last calendar months, the first one first, where the house rewards it; null for none.</param>
/// <param name="Projects">The packages that it ordered, where the house sells any; null for none.</param>
internal sealed record DemoAccount(
    string Who, DemoPurchase? Buys, DemoPurchase? Upgrades, IReadOnlyList<DemoTicket> Tickets, IReadOnlyList<string>? Commissions = null,
    IReadOnlyList<DemoProject>? Projects = null);

/// <summary>A plan that is bought or changed to, by the month.</summary>
internal sealed record DemoPurchase(string Plan, DemoMoment At);

/// <summary>When: in a week before the present on a day at a time of the house's zone, or so long ago.</summary>
/// <param name="Week">1 for the last working week that is over; 2 for the one before it.</param>
/// <param name="Day">Monday to Friday.</param>
/// <param name="Time">Hour and minute, 24 hours.</param>
/// <param name="Ago">ISO 8601; then the others do not count.</param>
internal sealed record DemoMoment(int Week, IsoDayOfWeek Day, string? Time, string? Ago);

/// <summary>A ticket, and what became of it.</summary>
internal sealed record DemoTicket(
    DemoMoment At,
    string Kind,
    Urgency? Urgency,
    Impact? Impact,
    string? Platform,
    bool NextPeriod,
    string Subject,
    string Body,
    DemoFile? File,
    IReadOnlyList<DemoStep> Steps,
    bool? DocumentedApi = null);

/// <summary>A text file that the customer attaches.</summary>
internal sealed record DemoFile(string Name, string Text);

/// <summary>What somebody did on a ticket.</summary>
/// <param name="After">Since the step before, or since the ticket was opened; ISO 8601.</param>
/// <param name="Act">What was done.</param>
/// <param name="Text">What was said with it.</param>
/// <param name="Class">The class that was confirmed.</param>
/// <param name="Minutes">The minutes that were worked.</param>
/// <param name="To">The status that was given.</param>
/// <param name="Days">For a plan: so many days later.</param>
/// <param name="Stars">For a rating: 1 to 5.</param>
internal sealed record DemoStep(string After, DemoAct Act, string? Text, string? Class, int Minutes, TicketStatus? To, int Days, int Stars);

/// <summary>Who does what.</summary>
internal enum DemoAct
{
    /// <summary>The customer writes.</summary>
    Answer,

    /// <summary>The customer grants access.</summary>
    GrantAccess,

    /// <summary>The customer closes it.</summary>
    Close,

    /// <summary>The customer says how it went.</summary>
    Rate,

    /// <summary>Staff confirm or change the class.</summary>
    Classify,

    /// <summary>Staff write to the customer.</summary>
    Reply,

    /// <summary>Staff write to one another.</summary>
    Note,

    /// <summary>Staff give it a day.</summary>
    Plan,

    /// <summary>Staff give it a status.</summary>
    Move,

    /// <summary>Staff record a way around it.</summary>
    Workaround,

    /// <summary>Staff record time.</summary>
    Log,

    /// <summary>Staff quote the work in hours.</summary>
    Quote,

    /// <summary>The customer approves what was quoted.</summary>
    Approve,
}
