using Microsoft.Extensions.Localization;
using Storefront.Features.Shared.Localization;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>Finishes a mail that is about to be sent: under one that can be ended stands how.</summary>
public sealed class LetterWriter(UnsubscribeLinks links, IStringLocalizer<NotificationsTexts> texts, SiteLanguages languages)
{
    public MailLetter Write(MailRow mail)
    {
        if (mail.RecipientId is not { } recipient || MailKinds.Always.Contains(mail.Kind))
        {
            return new MailLetter(mail, mail.Body, null);
        }

        using var spoken = SpokenLanguage.Begin(languages.Find(mail.Language) ?? languages.Default);
        var link = links.Of(recipient, mail.Kind);
        return new MailLetter(mail, $"{mail.Body.TrimEnd()}\n\n{texts["Mail.Footer", texts[$"Kind.{mail.Kind}"].Value, link.AbsoluteUri].Value}", link);
    }
}
