namespace Storefront.Benchmarks.Live;

/// <summary>What readers cost that stopped reading, and whom they held up: the difference between a server with them and one without.</summary>
/// <param name="Stalled">How many stopped.</param>
/// <param name="Owed">Bytes of events that each of them was owed in the end.</param>
/// <param name="Managed">What the managed heap held more after collections, at the most, bytes for each of them.</param>
/// <param name="Peak">What the whole process took more at its peak, garbage included, bytes for each of them.</param>
/// <param name="Left">How many of them the server had cut off when the last event was told.</param>
/// <param name="Others">How many went on reading.</param>
/// <param name="Median">From an event until the last of the others had it, with them; the median.</param>
/// <param name="Without">The same on the server without them.</param>
internal sealed record SlowReaderFigures(
    int Stalled, long Owed, double Managed, double Peak, int Left, int Others, TimeSpan Median, TimeSpan Without);
