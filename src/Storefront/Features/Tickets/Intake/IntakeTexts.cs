namespace Storefront.Features.Tickets.Intake;

/// <summary>The texts of how tickets are taken in.</summary>
public sealed class IntakeTexts;
