namespace Storefront.Benchmarks.Ledger;

/// <summary>A row of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Small">The small side, or the time.</param>
/// <param name="Large">The large side, or the rate.</param>
/// <param name="Ratio">Large by small; empty where there are no two sides.</param>
/// <param name="Aim">The most that the ratio may be; empty where nothing was promised.</param>
internal sealed record LedgerFigure(string Name, string Small, string Large, string Ratio, string Aim);
