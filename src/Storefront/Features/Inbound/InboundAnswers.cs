using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting;
using Storefront.Store.Outbox;

namespace Storefront.Features.Inbound;

/// <summary>What is written back at once, in the writer's language and by the way it came; never to a machine, and so that none answers it.</summary>
internal sealed class InboundAnswers(
    TicketAddresses addresses, OwnAddress own, Handbook handbook, SiteLanguages languages, IStringLocalizer<InboundTexts> texts)
{
    /// <summary>The ticket's number (ALF-04).</summary>
    public Mail Opened(InboundMessage message, InboundContent content, string? language, TicketKey key, int number, string subject) =>
        Answer(message, content, language, "Opened", [number, subject, LinkTo(number), Reach(language), handbook.House.Name]) with
        {
            AccountId = key.AccountId,
            TicketId = key.Id,
            ReplyTo = addresses.Of(key, number),
        };

    /// <summary>How to become known, and whom to call.</summary>
    public Mail Unknown(InboundMessage message, InboundContent content) =>
        Answer(message, content, null, "Unknown", [own.To("register").AbsoluteUri, own.To("tickets/ways").AbsoluteUri, Reach(null), handbook.House.Name]);

    /// <summary>By which ways the house takes requests (SEN-12).</summary>
    public Mail OtherChannel(InboundMessage message, InboundContent content, string? language, IEnumerable<Channel> right) => Within(language, culture => Answer(
        message,
        content,
        language,
        "OtherChannel",
        [string.Join('\n', right.Select(channel => $"- {channel.Name.In(culture)}: {channel.Description.In(culture)}")), own.To("tickets/new").AbsoluteUri, handbook.House.Name]));

    /// <summary>Somebody who only reads cannot write.</summary>
    public Mail ReadOnly(InboundMessage message, InboundContent content, string? language) => Answer(message, content, language, "ReadOnly", [handbook.House.Name]);

    /// <summary>The number and the person belong together now.</summary>
    public Mail Linked(InboundMessage message, InboundContent content, string? language) => Answer(message, content, language, "Linked", [handbook.House.Name]);

    /// <summary>A text in a language, for what is put into a ticket.</summary>
    public string Say(string? language, string name, params object[] arguments) => Within(language, _ => texts[name, arguments].Value);

    private string Reach(string? language) => Within(language, _ => HouseReach.Of(handbook, texts));

    private string LinkTo(int number) => own.To(string.Create(CultureInfo.InvariantCulture, $"tickets/{number}")).AbsoluteUri;

    private Mail Answer(InboundMessage message, InboundContent content, string? language, string name, object[] arguments) => Within(language, culture =>
        new Mail(content.Sender, texts[$"Mail.{name}.Subject", arguments], texts[$"Mail.{name}.Body", arguments], culture.TwoLetterISOLanguageName)
        {
            InReplyTo = message.Way == InboundWay.Email && content.MessageId is { } id && id.All(character => character is > ' ' and < (char)127) ? id : null,
            IsAutomatic = true,
            IsMessage = message.Way == InboundWay.Messaging,
        });

    private T Within<T>(string? language, Func<CultureInfo, T> say)
    {
        using var spoken = SpokenLanguage.Begin(languages.Find(language) ?? languages.Default);
        return say(CultureInfo.CurrentUICulture);
    }
}
