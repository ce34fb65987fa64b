using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Entitlements;

/// <summary>
/// Staff mark an account as delicate, or take the mark away, with a reason (SEN-02). Nothing of it reaches the customer: no page, no answer of the
/// API, no event, no time of change.
/// </summary>
public sealed class MarkAccount(AccountTransactions transactions)
{
    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>Done, or <see cref="TextNotValid"/>; for anybody but staff there is no such account.</summary>
    public async Task<Result<Done>> HandleAsync(AccountId account, bool isDelicate, string? reason, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("account");
        }

        return TicketText.Check("reason", reason, ReasonLength, multiline: false).TryGet(out var text, out var refusal)
            ? await transactions.RunAsync<Done>(
                account,
                (scope, _) =>
                {
                    var mark = new AccountMark
                    {
                        AccountId = scope.AccountId,
                        Id = AccountMarkId.New(scope.Now),
                        IsDelicate = isDelicate,
                        Reason = text,
                        StaffId = staff.UserId,
                        At = scope.Now,
                    };
                    scope.Db.Add(mark);
                    scope.Account.IsDelicate = isDelicate;
                    scope.AppendStaff(new AccountMarked(mark.Id, isDelicate, staff.UserId));
                    return Task.FromResult<Result<Done>>(Done.Value);
                },
                cancellationToken)
            : refusal;
    }
}
