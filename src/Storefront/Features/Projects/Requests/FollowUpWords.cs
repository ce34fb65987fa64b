using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>What the tickets that follow a project say, in the account's language.</summary>
public sealed class FollowUpWords(Handbook handbook, OwnAddress address, SiteLanguages languages, IStringLocalizer<ProjectPageTexts> texts)
{
    private const int SubjectLength = 100;

    /// <summary>The ticket as it is opened.</summary>
    internal OpenTicketInput InputOf(AccountScope scope, CurrentProject project, string kind, string subject, string said)
    {
        using var spoken = Begin(scope);
        var around = texts["Ticket.Body", "", project.Row.Number, LinkOf(project)].Value;
        var name = project.PackageName.In(CultureInfo.CurrentCulture);
        return new OpenTicketInput(
            texts[$"Ticket.{subject}", project.Row.Number, ShortText.Begin(name, SubjectLength)],
            texts["Ticket.Body", ShortText.Of(said, Math.Max(1, handbook.Tickets.Limits.BodyLength - around.Length)), project.Row.Number, LinkOf(project)],
            kind,
            Urgency: null,
            Impact: null,
            Platform: null,
            ScheduleForNextPeriod: false,
            Attachments: [],
            IdempotencyKey: null);
    }

    /// <summary>The house says on what word the project goes on.</summary>
    internal string ResumedOf(AccountScope scope, CurrentProject project, string said)
    {
        using var spoken = Begin(scope);
        return texts[said.Length == 0 ? "Ticket.ResumedOnly" : "Ticket.Resumed", said, project.Row.Number, LinkOf(project)];
    }

    /// <summary>The customer says what it agreed to.</summary>
    internal string ApprovedOf(AccountScope scope, CurrentProject project, string asked, Money total)
    {
        using var spoken = Begin(scope);
        return texts["Ticket.Approved", asked, project.Row.Number, LinkOf(project), MoneyText.Format(total, CultureInfo.CurrentCulture)];
    }

    private SpokenLanguage Begin(AccountScope scope) => SpokenLanguage.Begin(languages.Find(scope.Account.Language) ?? languages.Default);

    private string LinkOf(CurrentProject project) => address.To(string.Create(CultureInfo.InvariantCulture, $"projects/{project.Row.Number}")).AbsoluteUri;
}
