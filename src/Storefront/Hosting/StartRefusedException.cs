namespace Storefront.Hosting;

/// <summary>The program will not start; the message lists everything that has to be put right, a line each.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException(string reason, IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, [reason, .. problems.Select(problem => "  - " + problem)]))
    {
        Problems = problems;
    }

    /// <summary>One sentence for each fault, in the order in which they were found.</summary>
    public IReadOnlyList<string> Problems { get; }
}
