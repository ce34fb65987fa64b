using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>What staff offer for what was asked for.</summary>
/// <param name="RequestId">For which request.</param>
/// <param name="Net">The price, net, in the currency of the project.</param>
/// <param name="Answer">What it includes, in words that the customer reads.</param>
/// <param name="Tasks">What would be done, a line each.</param>
/// <param name="BusinessDays">How long it takes as a project of its own; null for as long as the package.</param>
public sealed record QuoteRequestInput(ProjectRequestId RequestId, Money Net, string? Answer, IReadOnlyList<string> Tasks, int? BusinessDays = null);

/// <summary>Staff quote extra work, or a change that is not due, while the project goes on (SEN-03, SEN-05, SEN-08, TEC-08). Quoted anew, the last one counts; the same while it can be approved changes nothing.</summary>
public sealed class QuoteRequest(ProjectTransactions projects, ProjectRequests requests, Handbook handbook)
{
    /// <summary>Most tasks of a quote.</summary>
    public const int MostTasks = 50;

    /// <summary>Longest time that it takes as a project of its own.</summary>
    public const int MostBusinessDays = 365;

    /// <summary>The project, or <see cref="ProjectQuoteNotValid"/>, <see cref="ProjectStandsStill"/>, <see cref="RequestNotOpen"/>, <see cref="NotFound"/>, a text that is not valid.</summary>
    public async Task<Result<Project>> HandleAsync(ProjectKey key, QuoteRequestInput input, Viewer staff, CancellationToken cancellationToken)
    {
        if (!ProjectWords.Needed("answer", input.Answer).TryGet(out var words, out var notWords))
        {
            return notWords;
        }

        var titles = ImmutableArray.CreateBuilder<string>();
        foreach (var task in input.Tasks)
        {
            if (!ProjectWords.Line("tasks", task).TryGet(out var title, out var notTitle))
            {
                return notTitle;
            }

            titles.Add(title);
        }

        return await projects.AsStaffAsync(
            key,
            staff,
            null,
            (scope, project, token) => QuoteAsync(scope, project, input with { Answer = words, Tasks = titles.ToImmutable() }, staff, token),
            cancellationToken);
    }

    private async Task<Result<Done>> QuoteAsync(
        AccountScope scope, CurrentProject project, QuoteRequestInput input, Viewer staff, CancellationToken cancellationToken)
    {
        if (ProjectRules.Ended(project.State) is { } ended)
        {
            return ended;
        }

        var currency = project.State.Total.Currency;
        if (!input.Net.IsPositive || input.Net.Currency != currency || input.Tasks.Count is 0 or > MostTasks || input.BusinessDays is < 1 or > MostBusinessDays)
        {
            return new ProjectQuoteNotValid(currency.Code, MostTasks);
        }

        if (await ProjectRequests.FindAsync(scope, project, input.RequestId, cancellationToken) is not { Kind: not ProjectRequestKind.Dispute } request)
        {
            return new NotFound("request");
        }

        if (request.Status is not (ProjectRequestStatus.Open or ProjectRequestStatus.Quoted or ProjectRequestStatus.NotIncluded))
        {
            return new RequestNotOpen(request.Status);
        }

        var tax = handbook.Tax.Rate.On(input.Net);
        if (request is { Status: ProjectRequestStatus.Quoted, ValidUntil: { } until } && until > scope.Now && IsSame(request, input, tax))
        {
            return Done.Value;
        }

        // Read before the quote takes the answer's place.
        var tasks = new ProjectRequestTasks([.. input.Tasks], request.NotDue);
        (request.NetMinorUnits, request.TaxMinorUnits, request.Currency) = (input.Net.MinorUnits, tax.MinorUnits, currency);
        (request.Tasks, request.BusinessDays) = (tasks, input.BusinessDays);
        request.ValidUntil = scope.Now + Duration.FromDays(handbook.Quotes.ValidDays);
        (request.Answer, request.AnsweredBy, request.AnsweredAt) = (input.Answer, staff.UserId, scope.Now);
        ProjectRequests.Move(scope, project, request, ProjectRequestStatus.Quoted);
        await requests.QuotedAsync(scope, project, request, cancellationToken);
        return Done.Value;
    }

    private static bool IsSame(ProjectRequest request, QuoteRequestInput input, Money tax) =>
        request.Net == input.Net && request.Tax == tax && request.Answer == input.Answer && request.BusinessDays == input.BusinessDays
        && request.Tasks?.Titles.SequenceEqual(input.Tasks) == true;
}
