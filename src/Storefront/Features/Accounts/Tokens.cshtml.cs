using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Accounts;

/// <summary>A person's tokens for the public API: made, shown once, revoked.</summary>
[WithoutAccount]
public sealed class TokensModel(
    ApiTokenReader reader, CreateApiToken create, RevokeApiToken revoke, CurrentViewer current, OwnAddress address, IStringLocalizer<AccountsTexts> texts) : PageModel
{
    [BindProperty]
    public NewApiToken Input { get; set; } = new();

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>The text of the token just made; shown on this one page and nowhere again.</summary>
    public string? NewToken { get; private set; }

    public IReadOnlyList<string> Areas => Viewer.IsStaff ? ApiScopes.StaffAreas : ApiScopes.CustomerAreas;

    /// <summary>Whether there is something that a token could open.</summary>
    public bool CanMake => Viewer.IsStaff || Viewer.AccountId is not null;

    public Uri Endpoint => address.To("graphql");

    private Viewer Viewer => current.Viewer ?? throw new InvalidOperationException("The page is for who is signed in.");

    /// <summary>What a token may do, by what it may do there; ways of which it has none are left out.</summary>
    public IEnumerable<(string Text, IEnumerable<string> Areas)> AreasOf(ApiToken token)
    {
        var scopes = token.Scopes.Split(' ');
        return
            from way in new[] { (Access: ApiScopes.Read, Text: "Tokens.Read"), (Access: ApiScopes.Write, Text: "Tokens.Write") }
            let areas = Areas.Where(area => scopes.Contains(ApiScopes.Scope(area, way.Access))).ToList()
            where areas.Count > 0
            select (way.Text, areas.AsEnumerable());
    }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Tokens = await reader.ListAsync(Viewer, cancellationToken);

    public async Task<IActionResult> OnPostCreateAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var result = await create.HandleAsync(Viewer, Input.Name, Input.Scopes, Input.ValidDays, cancellationToken);
            switch (result.Refusal)
            {
                case Domain.Shared.NotFound:
                    // The page itself says why.
                    ModelState.Clear();
                    break;
                case TooManyTokens many:
                    ModelState.AddModelError("", texts["Refusal.TOO_MANY_TOKENS", many.Most]);
                    break;
                case not null:
                    ModelState.AddModelError("Input.Scopes", texts["Refusal.SCOPES_INVALID"]);
                    break;
                default:
                    NewToken = result.Value;
                    ModelState.Clear();
                    Input = new NewApiToken();
                    break;
            }
        }

        // No redirect: the text must not be kept anywhere, not even in a cookie.
        Response.Headers.CacheControl = "no-store";
        Tokens = await reader.ListAsync(Viewer, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await revoke.HandleAsync(Viewer, new ApiTokenId(id), cancellationToken)).IsRefused)
        {
            return NotFound();
        }

        this.Tell(texts["Tokens.Revoked"]);
        return RedirectToPage();
    }

    /// <summary>What a new token is to be.</summary>
    public sealed class NewApiToken
    {
        [Required, StringLength(80), OneLine]
        [Display(Name = "Tokens.Name")]
        public string Name { get; set; } = "";

        [Display(Name = "Tokens.Scopes")]
        public List<string> Scopes { get; set; } = [];

        /// <summary>Null for no end.</summary>
        [Range(1, 3650)]
        [Display(Name = "Tokens.ValidDays")]
        public int? ValidDays { get; set; } = 90;
    }
}
