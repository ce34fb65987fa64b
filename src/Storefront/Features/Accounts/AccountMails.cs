using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Accounts;

/// <summary>The mails of registration and passwords, in the receiver's language.</summary>
public sealed class AccountMails(
    IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<AccountsTexts> texts, SiteLanguages languages)
{
    public Task ConfirmationAsync(StoreScope scope, User user, string code, string? returnTo, CancellationToken cancellationToken) =>
        SendAsync(scope, user, "Confirm", Link("confirm", user, code, returnTo), cancellationToken);

    public Task AlreadyRegisteredAsync(StoreScope scope, User user, CancellationToken cancellationToken) =>
        SendAsync(scope, user, "Known", address.To("forgot-password").AbsoluteUri, cancellationToken);

    public Task PasswordResetAsync(StoreScope scope, User user, string code, CancellationToken cancellationToken) =>
        SendAsync(scope, user, "Reset", Link("reset-password", user, code, null), cancellationToken);

    public Task PasswordChangedAsync(StoreScope scope, User user, CancellationToken cancellationToken) =>
        SendAsync(scope, user, "Changed", address.To("forgot-password").AbsoluteUri, cancellationToken);

    private Task SendAsync(StoreScope scope, User user, string name, string link, CancellationToken cancellationToken)
    {
        var language = languages.Find(user.Language) ?? languages.Current;
        using var spoken = SpokenLanguage.Begin(language);
        return outbox.EnqueueAsync(
            scope,
            new Mail(
                user.Email!,
                texts[$"Mail.{name}.Subject", handbook.House.Name],
                texts[$"Mail.{name}.Body", user.DisplayName, handbook.House.Name, link],
                language.Code),
            cancellationToken);
    }

    private string Link(string page, User user, string code, string? returnTo)
    {
        var query = new Dictionary<string, string?> { ["user"] = user.Id.Value.ToString("N"), ["code"] = code, ["returnTo"] = returnTo };
        return QueryHelpers.AddQueryString(address.To(page).AbsoluteUri, query.Where(entry => entry.Value is not null).ToDictionary());
    }
}
