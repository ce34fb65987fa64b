using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Hours;
using Storefront.Domain.Hours.Loyalty;
using Storefront.Domain.Plans;
using Storefront.Domain.Plans.Rates;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;

namespace Storefront.Domain.Houses;

/// <summary>
/// A house's rules as data. One that was loaded has no fault: every text is there in every language, every reference leads somewhere. It never
/// changes; a file that was edited makes another one with another version.
/// </summary>
public sealed record Handbook
{
    public required HandbookVersion Version { get; init; }

    /// <summary>The canonical text that the version's hash is of; loading it gives this handbook again.</summary>
    public required string CanonicalJson { get; init; }

    public required House House { get; init; }

    /// <summary>BCP 47 tags, the house's own language first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What it sells in, the default first.</summary>
    public required IReadOnlyList<Currency> Currencies { get; init; }

    public required HouseTax Tax { get; init; }

    /// <summary>The zone in which its dates begin and end.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>When it is open; holidays are in it, their names in <see cref="Holidays"/>.</summary>
    public required BusinessCalendar Calendar { get; init; }

    /// <summary>The days it is closed beside its week, in order.</summary>
    public required IReadOnlyList<Holiday> Holidays { get; init; }

    public required PlanCatalogue Plans { get; init; }

    /// <summary>What is bought once, in the order it is shown; empty where nothing is (TEC-01).</summary>
    public required IReadOnlyList<Package> Packages { get; init; }

    /// <summary>How packages are made.</summary>
    public required IReadOnlyList<ProjectTemplate> Projects { get; init; }

    public required BillingPolicy Billing { get; init; }

    public required HourPolicy Hours { get; init; }

    public required ChangePolicy Changes { get; init; }

    /// <summary>What commission earns; null where the house rewards none (FEN-02).</summary>
    public LoyaltyPolicy? Loyalty { get; init; }

    /// <summary>What an hour costs by season; null where the house sells none so (ALF-02).</summary>
    public RateCardPolicy? RateCard { get; init; }

    public required TicketPolicy Tickets { get; init; }

    /// <summary>How it takes in what is asked for.</summary>
    public IntakePolicy Intake { get; init; } = IntakePolicy.None;

    /// <summary>What a customer can ask for from a catalogue, in the order it is shown; empty where there is none (FEN-19).</summary>
    public required IReadOnlyList<AddOn> AddOns { get; init; }

    public required AttachmentPolicy Attachments { get; init; }

    public required QuotePolicy Quotes { get; init; }

    public required MeetingPolicy Meetings { get; init; }

    /// <summary>The platforms a ticket can name, in the order they are shown.</summary>
    public required IReadOnlyList<Platform> Platforms { get; init; }

    /// <summary>The ways to ask for work, in the order they are shown.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>The ways to pay, the preferred first.</summary>
    public required IReadOnlyList<PaymentMethod> PaymentMethods { get; init; }

    public required IReadOnlyList<FaqTopic> Faq { get; init; }

    /// <summary>The help centre's longer texts, in the order they are shown.</summary>
    public IReadOnlyList<HelpArticle> Articles { get; init; } = [];

    /// <summary>How new tickets are answered from the help centre; null where people alone answer (ALF-05).</summary>
    public AutomaticAnswerPolicy? AutomaticAnswer { get; init; }

    /// <summary>What staff can answer with, in the order it is offered.</summary>
    public IReadOnlyList<AnswerTemplate> Templates { get; init; } = [];

    public required IReadOnlyList<LegalText> Legal { get; init; }

    public required HouseTexts Texts { get; init; }

    public required HouseStatus Status { get; init; }

    public string DefaultLanguage => Languages[0];

    public Currency DefaultCurrency => Currencies[0];

    /// <summary>Whether it sells monthly plans, and so has hours and subscriptions at all.</summary>
    public bool SellsPlans => Plans.Plans.Length > 0;

    /// <summary>The package of that key; null when there is none.</summary>
    public Package? FindPackage(string? key) => Packages.FirstOrDefault(package => package.Key == key);

    /// <summary>The template by which a package is made.</summary>
    public ProjectTemplate ProjectOf(Package package) => Projects.First(project => project.Key == package.ProjectKey);

    /// <summary>The ways to pay in that currency, the preferred first.</summary>
    public IEnumerable<PaymentMethod> PaymentMethodsFor(Currency currency) =>
        PaymentMethods.Where(method => method.Currencies.Contains(currency));

    /// <summary>The payment method of that key; null when there is none.</summary>
    public PaymentMethod? FindPaymentMethod(string key) => PaymentMethods.FirstOrDefault(method => method.Key == key);

    /// <summary>The name of the holiday on that date; null when it is none.</summary>
    public LocalizedText? HolidayName(LocalDate date) => Holidays.FirstOrDefault(holiday => holiday.Date == date)?.Name;
}
