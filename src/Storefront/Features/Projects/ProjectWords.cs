using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>What people write on projects.</summary>
internal static class ProjectWords
{
    /// <summary>A text that has to be there, in its stored form.</summary>
    /// <param name="field">What it is called in a fault.</param>
    /// <param name="text">As it came.</param>
    public static Result<string> Needed(string field, string? text) => TicketText.Check(field, text, ProjectRules.MostText, multiline: true);

    /// <summary>A text that may be left out, in its stored form; empty for none.</summary>
    public static Result<string> Optional(string field, string? text) => string.IsNullOrWhiteSpace(text) ? "" : Needed(field, text);

    /// <summary>A title or name, in one line.</summary>
    public static Result<string> Line(string field, string? text, int length = 200) => TicketText.Check(field, text, length, multiline: false);

    /// <summary>Something said on a project, to be kept.</summary>
    public static ProjectMessage Said(
        this AccountScope scope, CurrentProject project, ProjectMessageKind kind, string text, Viewer author, string? stage = null, string? input = null) => new()
        {
            AccountId = scope.AccountId,
            Id = ProjectMessageId.New(scope.Now),
            ProjectId = project.Row.Id,
            Kind = kind,
            StageKey = stage,
            InputKey = input,
            Text = text,
            AuthorId = author.UserId,
            IsFromStaff = author.IsStaff,
            At = scope.Now,
        };

    /// <summary>The action's instant as the store keeps it: what rules compute from it is read as it was written.</summary>
    public static Instant StoredNow(this AccountScope scope) => scope.Now.Stored();
}
