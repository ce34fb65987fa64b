using System.Globalization;
using Storefront.Domain.Projects;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Projects;

/// <summary>
/// Tells the members of a project's account, each in its language, what it has to do and how it goes; written with what it tells of. What the
/// customer has to answer, lest the project stand still, comes whatever its preferences are; the rest as it decided.
/// </summary>
public sealed class ProjectMails(IOutbox outbox, OwnAddress address, ProjectLetters letters, SiteLanguages languages)
{
    /// <summary>Tells what a rule made happen.</summary>
    public async Task TellAsync(
        AccountScope scope, CurrentProject project, IReadOnlyList<ProjectEvent> events, string? said, CancellationToken cancellationToken)
    {
        foreach (var letter in ProjectLetter.Of(project, events, said))
        {
            await SendAsync(scope, project, letter, cancellationToken);
        }
    }

    /// <summary>Tells something beside the rules.</summary>
    public async Task SendAsync(AccountScope scope, CurrentProject project, ProjectLetter letter, CancellationToken cancellationToken)
    {
        var link = address.To(string.Create(CultureInfo.InvariantCulture, $"projects/{project.Row.Number}"));
        foreach (var member in await AccountAddressees.AllAsync(scope, languages, cancellationToken))
        {
            using var spoken = SpokenLanguage.Begin(member.Language);
            var (subject, body) = letters.Write(project, letter, member, link);
            var calendar = letter.Meeting is { } meeting ? letters.CalendarOf(project, meeting, member, link, scope.Now) : null;
            await outbox.EnqueueAsync(
                scope, new Mail(member.Email, subject, body, member.Language.Code, scope.AccountId, letter.Kind, Calendar: calendar), cancellationToken);
        }
    }
}
