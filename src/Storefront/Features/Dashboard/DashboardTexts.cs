namespace Storefront.Features.Dashboard;

/// <summary>Marks the texts of a customer's home.</summary>
public sealed class DashboardTexts;
