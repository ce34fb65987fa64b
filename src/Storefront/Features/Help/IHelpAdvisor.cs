namespace Storefront.Features.Help;

/// <summary>
/// Finds what of the help centre may answer somebody. The full-text search of the database does it here; another engine can take its place,
/// such as one that knows meanings.
/// </summary>
public interface IHelpAdvisor
{
    /// <summary>The pages that fit, the best first; none where nothing does.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<HelpAdvice>> AdviseAsync(HelpQuestion question, int most, CancellationToken cancellationToken);
}

/// <summary>What somebody asks.</summary>
/// <param name="Subject">In one line.</param>
/// <param name="Body">At length; empty while it is not written yet.</param>
/// <param name="Language">One of the house's languages.</param>
public sealed record HelpQuestion(string Subject, string Body, string Language);

/// <summary>A page that may answer.</summary>
/// <param name="Page">The page.</param>
/// <param name="Confidence">How well it fits, from 0 to 1.</param>
public sealed record HelpAdvice(HelpPage Page, double Confidence);
