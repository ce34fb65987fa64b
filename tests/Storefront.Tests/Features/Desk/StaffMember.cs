using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Desk;

/// <summary>Somebody of the house who can sign in to a running storefront.</summary>
/// <param name="Email">With which it signs in.</param>
/// <param name="Viewer">As actions know it.</param>
public sealed record StaffMember(string Email, Viewer Viewer)
{
    public const string Password = "a long pass phrase";

    public static async Task<StaffMember> HireAsync(StorefrontHost host, string name = "Valentina")
    {
        await using var scope = host.Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<Role>>();
        if (!await roles.RoleExistsAsync(Role.Staff))
        {
            Assert.True((await roles.CreateAsync(new Role { Id = UserId.New(TestStore.Start), Name = Role.Staff })).Succeeded);
        }

        var id = UserId.New(TestStore.Start);
        var user = new User { Id = id, DisplayName = name, UserName = $"staff-{id.Value:N}@agencia.example", Email = $"staff-{id.Value:N}@agencia.example", EmailConfirmed = true };
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, Role.Staff)).Succeeded);
        return new StaffMember(user.Email, new Viewer(id, name, user.Email, IsStaff: true, AccountId: null, Role: null, Language: null, Token: null));
    }
}
