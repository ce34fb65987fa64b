using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;

namespace Storefront.Store.Seeding;

/// <summary>The people of the demonstration: they register and confirm as anybody does, and get the tokens that the sign-in page names.</summary>
internal sealed class DemoPeople(
    RegisterAccount register, ConfirmEmail confirm, CreateApiToken tokens, UserManager<User> users, ViewerResolver viewers, TimeProvider time)
{
    private const string TokenName = "Demo";

    public async Task<Viewer> RegisterAsync(DemoPerson person, string token, CancellationToken cancellationToken)
    {
        var registration = new Registration { Company = person.Company!, Name = person.Name, Email = person.Email, Password = DemoSignIns.Password };
        Expect.Done(await register.HandleAsync(registration, returnTo: null, cancellationToken));
        var user = await users.FindByEmailAsync(person.Email) ?? throw new InvalidOperationException($"{person.Email} did not register.");
        Expect.Done(await confirm.HandleAsync(user.Id.Value.ToString("N"), await users.GenerateEmailConfirmationTokenAsync(user)));
        var viewer = await ViewerAsync(user, cancellationToken);
        string[] scopes = [.. ApiScopes.CustomerAreas.Select(area => ApiScopes.Scope(area, ApiScopes.Write))];
        Expect.Done(await tokens.MakeAsync(viewer, TokenName, scopes, validDays: null, token, cancellationToken));
        return viewer;
    }

    /// <param name="person">Who.</param>
    /// <param name="token">A token for the API; null for none.</param>
    /// <param name="cancellationToken">Stops before anything was saved.</param>
    public async Task<Viewer> HireAsync(DemoPerson person, string? token, CancellationToken cancellationToken)
    {
        var user = new User
        {
            Id = new UserId(Guid.CreateVersion7(time.GetUtcNow())),
            DisplayName = person.Name,
            UserName = person.Email,
            Email = person.Email,
            EmailConfirmed = true,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        };
        Expect.Done(await users.CreateAsync(user, DemoSignIns.Password));
        Expect.Done(await users.AddToRoleAsync(user, Role.Staff));
        var viewer = await ViewerAsync(user, cancellationToken);
        if (token is not null)
        {
            string[] scopes = [.. ApiScopes.StaffAreas.Select(area => ApiScopes.Scope(area, ApiScopes.Write))];
            Expect.Done(await tokens.MakeAsync(viewer, TokenName, scopes, validDays: null, token, cancellationToken));
        }

        return viewer;
    }

    private async Task<Viewer> ViewerAsync(User user, CancellationToken cancellationToken)
    {
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, user.Id.Value.ToString()),
            new Claim(ViewerResolver.StampClaim, user.SecurityStamp!),
        ]));
        return await viewers.OfSessionAsync(principal, wished: null, cancellationToken) ?? throw new InvalidOperationException($"{user.Email} is nobody.");
    }
}
