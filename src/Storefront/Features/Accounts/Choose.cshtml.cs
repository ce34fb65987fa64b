using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>Who belongs to several accounts chooses the one to look at.</summary>
[WithoutAccount, OfNoAccount]
public sealed class ChooseModel(IDbContextFactory<StorefrontDb> contexts, CurrentViewer current) : PageModel
{
    public IReadOnlyList<(AccountId Id, string Name)> Accounts { get; private set; } = [];

    public AccountId? Current => current.Viewer?.AccountId;

    /// <summary>Whether a form brought the person here, which was another account's.</summary>
    [BindProperty(SupportsGet = true, Name = "unsent")]
    public bool IsUnsent { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Accounts = await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid account, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(cancellationToken)).All(own => own.Id.Value != account))
        {
            return NotFound();
        }

        SessionViewer.Choose(HttpContext, new AccountId(account));
        return LocalRedirect("/account");
    }

    private async Task<IReadOnlyList<(AccountId Id, string Name)>> ReadAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer is not { } viewer)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<Member>().AsNoTracking().Where(member => member.UserId == viewer.UserId)
            .Join(db.Set<Account>(), member => member.AccountId, account => account.Id, (_, account) => new { account.Id, account.Name })
            .OrderBy(account => account.Name)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.Name))];
    }
}
