using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Status;

namespace Storefront.Features.Home;

/// <summary>The agency that this storefront belongs to.</summary>
[GraphQLName("House")]
public sealed class HouseView(Handbook handbook)
{
    /// <summary>The house's name for programs.</summary>
    public string Key => handbook.House.Key;

    /// <summary>The house's name.</summary>
    public string Name => handbook.House.Name;

    /// <summary>The languages it serves in, its own first, as BCP 47 tags.</summary>
    public IReadOnlyList<string> Languages => handbook.Languages;

    /// <summary>The currencies it sells in, its own first.</summary>
    public IReadOnlyList<Currency> Currencies => handbook.Currencies;

    /// <summary>The IANA name of its time zone, in which its days and hours are.</summary>
    public string Zone => handbook.Zone.Id;

    /// <summary>The name of the tax that is added to net prices.</summary>
    public string TaxName => handbook.Tax.Name.In(System.Globalization.CultureInfo.CurrentUICulture);

    /// <summary>When it is open in an ordinary week; a day may have several intervals.</summary>
    public IReadOnlyList<OpeningInterval> BusinessHours =>
    [
        .. from day in Enum.GetValues<IsoDayOfWeek>()
           where day != IsoDayOfWeek.None
           from hours in handbook.Calendar.HoursOn(day)
           select new OpeningInterval((Weekday)(int)day, hours.From.ToString("HH:mm", null), hours.To.ToString("HH:mm", null)),
    ];

    /// <summary>The days on which it is closed besides.</summary>
    public IReadOnlyList<Holiday> Holidays => handbook.Holidays;

    /// <summary>How to reach it.</summary>
    public IReadOnlyList<ContactPoint> Contacts => handbook.House.Contacts.Points;

    /// <summary>How severe a ticket can be, most severe first.</summary>
    public IReadOnlyList<TicketClass> Classes => [.. handbook.Tickets.Classes.OrderBy(@class => @class.Rank)];

    /// <summary>What sort of work a ticket can ask for.</summary>
    public IReadOnlyList<TicketKind> Kinds => handbook.Tickets.Kinds;

    /// <summary>The shop platforms that it works on.</summary>
    public IReadOnlyList<Platform> Platforms => handbook.Platforms;

    /// <summary>Frequent questions by topic.</summary>
    public IReadOnlyList<FaqTopic> Faq => handbook.Faq;

    /// <summary>What it sells once, as packages; empty where it sells none.</summary>
    public IReadOnlyList<Package> Packages => handbook.Packages;

    /// <summary>What a customer can ask for from its catalogue; empty where it has none.</summary>
    public IReadOnlyList<AddOn> AddOns => handbook.AddOns;

    /// <summary>How its own service is doing.</summary>
    /// <param name="current">How it is doing.</param>
    public HouseStatusView Status(CurrentStatus current) => new(current.Now);
}

/// <summary>A time of a weekday in which the house is open.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">The first minute, such as `09:00`.</param>
/// <param name="To">The end, exclusive, such as `18:00`.</param>
public sealed record OpeningInterval(Weekday Day, string From, string To);

/// <summary>A day of the week.</summary>
public enum Weekday
{
    /// <summary>The first day.</summary>
    Monday = 1,

    /// <summary>The second day.</summary>
    Tuesday,

    /// <summary>The third day.</summary>
    Wednesday,

    /// <summary>The fourth day.</summary>
    Thursday,

    /// <summary>The fifth day.</summary>
    Friday,

    /// <summary>The sixth day.</summary>
    Saturday,

    /// <summary>The seventh day.</summary>
    Sunday,
}
