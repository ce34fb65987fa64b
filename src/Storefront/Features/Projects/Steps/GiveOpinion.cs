using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects.Steps;

/// <summary>A customer says what it thinks of its project once it was asked, at collection (SEN-06); a second opinion replaces the first.</summary>
public sealed class GiveOpinion(ProjectTransactions projects)
{
    public const int Least = 1;

    public const int Most = 5;

    /// <summary>The project, or <see cref="RatingNotValid"/>, <see cref="OpinionNotAsked"/>.</summary>
    /// <param name="id">The project.</param>
    /// <param name="opinion">From <see cref="Least"/> to <see cref="Most"/>, the best.</param>
    /// <param name="comment">In its own words; null to say nothing.</param>
    /// <param name="viewer">Who says so.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Project>> HandleAsync(ProjectId id, int opinion, string? comment, Viewer viewer, CancellationToken cancellationToken)
    {
        if (opinion is < Least or > Most)
        {
            return new RatingNotValid(Least, Most);
        }

        if (!ProjectWords.Optional("comment", comment).TryGet(out var words, out var notWords))
        {
            return notWords;
        }

        return await projects.AsCustomerAsync(
            id,
            viewer,
            null,
            (scope, project, _) =>
            {
                var row = project.Row;
                if (row.OpinionAskedAt is null)
                {
                    return Task.FromResult<Result<Done>>(new OpinionNotAsked());
                }

                var said = words.Length == 0 ? null : words;
                if (row.Opinion != opinion || row.OpinionComment != said)
                {
                    (row.Opinion, row.OpinionComment) = (opinion, said);
                    ProjectStore.Tell(scope, project, new ProjectOpinionGiven(row.Id, opinion));
                }

                return Task.FromResult<Result<Done>>(Done.Value);
            },
            cancellationToken);
    }
}
