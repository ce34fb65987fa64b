using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Templates;

/// <param name="Name">One line.</param>
/// <param name="Language">One of the house's languages.</param>
/// <param name="Body">Markdown with variables.</param>
public sealed record TemplateInput(string? Name, string? Language, string? Body);

/// <summary>Staff keep an answer to give it often, change one, or throw it away.</summary>
public sealed class KeepTemplate(AccountTransactions transactions, Handbook handbook)
{
    private const int LongestName = 80;

    /// <summary>Keeps it as a new one, or as that one.</summary>
    public async Task<Result<AnswerTemplateId>> HandleAsync(AnswerTemplateId? id, TemplateInput input, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("template");
        }

        var name = new string([.. (input.Name ?? "").Where(character => !char.IsControl(character))]).Trim();
        if (name.Length is 0 or > LongestName)
        {
            return new TemplateNameNotValid(LongestName);
        }

        if (!TicketText.CheckBody(input.Body, handbook.Tickets.Limits).TryGet(out var body, out var fault))
        {
            return fault;
        }

        if (input.Language is not { } language || !handbook.Languages.Contains(language))
        {
            return new NotFound("language");
        }

        return await transactions.RunAsync<AnswerTemplateId>(
            async (scope, token) =>
            {
                if (id is { } known)
                {
                    if (await scope.Db.Set<AnswerTemplateRow>().SingleOrDefaultAsync(row => row.Id == known, token) is not { } row)
                    {
                        return new NotFound("template");
                    }

                    (row.Name, row.Language, row.Body, row.WrittenBy, row.UpdatedAt) = (name, language, body, staff.UserId, scope.Now);
                    return known;
                }

                var added = new AnswerTemplateRow
                {
                    Id = AnswerTemplateId.New(scope.Now),
                    Name = name,
                    Language = language,
                    Body = body,
                    WrittenBy = staff.UserId,
                    UpdatedAt = scope.Now,
                };
                scope.Db.Add(added);
                return added.Id;
            },
            cancellationToken);
    }

    /// <summary>Throws it away; one that is not there is gone already.</summary>
    public async Task<Result<Done>> RemoveAsync(AnswerTemplateId id, Viewer staff, CancellationToken cancellationToken) => staff.IsStaff
        ? await transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                await scope.Db.Set<AnswerTemplateRow>().Where(row => row.Id == id).ExecuteDeleteAsync(token);
                return Done.Value;
            },
            cancellationToken)
        : new NotFound("template");
}

/// <summary>A name has something in it, and is not a text.</summary>
/// <param name="MaxLength">Most characters.</param>
public sealed record TemplateNameNotValid(int MaxLength) : Refusal
{
    public override string Code => "TEMPLATE_NAME_NOT_VALID";
}
