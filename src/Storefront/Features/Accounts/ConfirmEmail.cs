using Microsoft.AspNetCore.Identity;
using Storefront.Domain.Shared;

namespace Storefront.Features.Accounts;

/// <summary>Confirms an address by the code that was sent to it. Doing so twice is no fault.</summary>
public sealed class ConfirmEmail(UserManager<User> users)
{
    /// <returns>The user, and whether it was this call that confirmed; refused with <see cref="LinkExpired"/>.</returns>
    public async Task<Result<ConfirmedEmail>> HandleAsync(string? userId, string? code)
    {
        if (userId is null || code is null || await users.FindByIdAsync(userId) is not { } user)
        {
            return new LinkExpired();
        }

        if (user.EmailConfirmed)
        {
            return new ConfirmedEmail(user, IsNew: false);
        }

        var confirmed = await users.ConfirmEmailAsync(user, code);
        return confirmed.Succeeded ? new ConfirmedEmail(user, IsNew: true) : new LinkExpired();
    }
}

/// <summary>A person whose address is confirmed.</summary>
public sealed record ConfirmedEmail(User User, bool IsNew);
