using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>What the house says of itself on the site; everything else that people read belongs to the program.</summary>
/// <param name="Tagline">A line beside the name.</param>
/// <param name="HeroTitle">The first page's title.</param>
/// <param name="HeroLead">One or two sentences below it.</param>
/// <param name="PlansTitle">The title of the plans page.</param>
/// <param name="PlansLead">One or two sentences below it.</param>
/// <param name="PlansNote">What holds for every plan, in Markdown.</param>
/// <param name="HoursNote">How hours are counted, for the page of hours, in Markdown; null where none are sold by plan.</param>
/// <param name="TicketsLead">What the form for tickets says first.</param>
/// <param name="NobodyThere">What is said beside a target that falls due while the house is closed (FLU-14).</param>
/// <param name="Footer">A line at the foot of every page.</param>
public sealed record HouseTexts(
    LocalizedText Tagline,
    LocalizedText HeroTitle,
    LocalizedText HeroLead,
    LocalizedText PlansTitle,
    LocalizedText PlansLead,
    LocalizedText PlansNote,
    LocalizedText? HoursNote,
    LocalizedText TicketsLead,
    LocalizedText NobodyThere,
    LocalizedText Footer);
