using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>Identity's store, which reads our typed ids from text.</summary>
internal sealed class UserStore(StorefrontDb context, IdentityErrorDescriber? describer = null)
    : UserStore<User, Role, StorefrontDb, UserId>(context, describer)
{
    /// <returns>An id that nobody has when the text is none.</returns>
    public override UserId ConvertIdFromString(string? id) => Guid.TryParse(id, CultureInfo.InvariantCulture, out var value) ? new UserId(value) : default;
}
