using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <inheritdoc cref="UserStore"/>
internal sealed class RoleStore(StorefrontDb context, IdentityErrorDescriber? describer = null)
    : RoleStore<Role, StorefrontDb, UserId>(context, describer)
{
    public override UserId ConvertIdFromString(string? id) => Guid.TryParse(id, CultureInfo.InvariantCulture, out var value) ? new UserId(value) : default;
}
