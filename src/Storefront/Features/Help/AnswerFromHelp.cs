using System.Globalization;
using Storefront.Domain.Shared;
using Storefront.Store.DueWork;

namespace Storefront.Features.Help;

/// <summary>Answers one ticket from the help centre, or leaves it to people.</summary>
internal sealed class AnswerFromHelp(AutomaticAnswers answers) : IDueWorkHandler
{
    public Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken) =>
        answers.AnswerAsync(work.AccountId!.Value, new TicketId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture)), cancellationToken);
}
