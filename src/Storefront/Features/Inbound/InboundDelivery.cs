using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <summary>
/// Brings a message to where it belongs: into the conversation of a ticket whose sender takes part in it, as a new ticket of a member, or to
/// staff. What machines write is dropped, and never answered (ALF-03, ALF-04, FEN-17).
/// </summary>
internal sealed class InboundDelivery(
    IDbContextFactory<StorefrontDb> contexts,
    InboundSenders senders,
    InboundThreads threads,
    MessagingLinks links,
    TicketAddresses addresses,
    InboundFiles files,
    InboundAnswers answers,
    OpenTicket open,
    ReplyToTicket reply,
    ReplyAsStaff staffReply,
    ThirdParties parties,
    Handbooks handbooks)
{
    private static readonly Duration Window = Duration.FromHours(1);

    private Handbook House => handbooks.Present;

    /// <param name="message">The message.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="vouched">Address of whom staff say it is from; null to go by what it says.</param>
    /// <param name="cancellationToken">Stops it; nothing is done twice when it is tried again.</param>
    public async Task<InboundOutcome> DeliverAsync(InboundMessage message, InboundContent content, string? vouched, CancellationToken cancellationToken)
    {
        if (vouched is null && await TurnAwayAsync(message, content, cancellationToken) is { } away)
        {
            return away;
        }

        if (content.Text.Length == 0 && content.Files.Count == 0)
        {
            return InboundOutcome.Dropped(InboundReason.Empty);
        }

        if (message.Way == InboundWay.Messaging && vouched is null && await links.LinkAsync(content.Sender, content.Text, cancellationToken) is { } linked)
        {
            return new InboundOutcome(InboundState.Processed, InboundReason.Link, Answer: answers.Linked(message, content, linked.Language));
        }

        var sender = await senders.FindAsync(vouched is null ? message.Way : InboundWay.Email, vouched ?? content.Sender, cancellationToken);
        var ticket = await threads.FindAsync(message, content, cancellationToken);
        return ticket is { } key && await JoinAsync(message, content, sender, key, vouched is not null, cancellationToken) is { } joined ? joined
            : sender is null ? await UnknownAsync(message, content, cancellationToken)
            : sender.Memberships is [var (account, _), ..] ? await OpenAsync(message, content, sender.In(account)!, cancellationToken)
            : InboundOutcome.Held(InboundReason.NotAllowed);
    }

    private async Task<InboundOutcome?> TurnAwayAsync(InboundMessage message, InboundContent content, CancellationToken cancellationToken)
    {
        if (content.IsAutomatic)
        {
            return InboundOutcome.Dropped(InboundReason.Automatic);
        }

        if (addresses.IsOwn(content.Sender))
        {
            return InboundOutcome.Dropped(InboundReason.OwnAddress);
        }

        if (content.Sender.Length == 0 || content.IsAuthentic == false)
        {
            return InboundOutcome.Held(InboundReason.NotAuthentic);
        }

        var since = message.ReceivedAt - Window;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var others = await db.Set<InboundMessage>().CountAsync(
            row => row.Sender == content.Sender && row.ReceivedAt > since && row.ReceivedAt <= message.ReceivedAt && row.Id != message.Id, cancellationToken);
        return others >= House.Intake.MostPerSender ? InboundOutcome.Held(InboundReason.TooMany) : null;
    }

    /// <summary>Puts it into the ticket's conversation; null when its sender does not belong there, or the ticket takes no answers any more.</summary>
    private async Task<InboundOutcome?> JoinAsync(
        InboundMessage message, InboundContent content, InboundSender? sender, TicketKey key, bool isVouched, CancellationToken cancellationToken)
    {
        var channel = ChannelOf(message.Way)?.Key;
        if (sender?.In(key.AccountId) is { } member)
        {
            var (body, kept) = await BodyAsync(key.AccountId, member.UserId, member.Language, content, cancellationToken);
            var replied = await reply.HandleAsync(new ReplyToTicketInput(key.Id, body, kept, KeyOf(message)), member, cancellationToken);
            if (replied.Refusal is { } refusal)
            {
                return refusal is ReadOnlyMember ? Refused(message, content, member) : null;
            }

            await parties.AddWritersAsync(key, content.Recipients, member.UserId, cancellationToken);
            return new InboundOutcome(InboundState.Processed, null, key, replied.Value, channel);
        }

        // Anybody can write a sender's name on a mail: in the house's name only what was found to be true.
        if (sender is { IsStaff: true })
        {
            if (content.IsAuthentic != true && !isVouched)
            {
                return InboundOutcome.Held(InboundReason.NotAuthentic);
            }

            var (body, kept) = await BodyAsync(key.AccountId, sender.User.Id, sender.User.Language, content, cancellationToken);
            var said = await staffReply.HandleAsync(key, new StaffReplyInput(body, kept, IdempotencyKey: KeyOf(message)), sender.AsStaff, cancellationToken);
            if (said.IsRefused)
            {
                return InboundOutcome.Held(InboundReason.NotAllowed);
            }

            if (House.Intake.StaffWriteToThirdParties)
            {
                await parties.AddWritersAsync(key, content.Recipients, sender.User.Id, cancellationToken);
            }

            return new InboundOutcome(InboundState.Processed, null, key, said.Value, channel);
        }

        if (message.Way != InboundWay.Email || await parties.FindAsync(key, content.Sender, cancellationToken) is not { } party)
        {
            return null;
        }

        var (text, attached) = await BodyAsync(key.AccountId, ThirdParties.Nobody, null, content, cancellationToken);
        var written = await parties.WriteAsync(key, party, text, attached, KeyOf(message), cancellationToken);
        return written.TryGet(out var id, out _)
            ? new InboundOutcome(InboundState.Processed, null, key, id, channel)
            : InboundOutcome.Held(InboundReason.NotAllowed);
    }

    private async Task<InboundOutcome> OpenAsync(InboundMessage message, InboundContent content, Viewer member, CancellationToken cancellationToken)
    {
        var account = member.AccountId!.Value;
        if (ChannelOf(message.Way) is not { KindKey: { } kind } channel
            || ClassProposal.Propose(House.Tickets, kind, null, null) is not { IsRefused: false, Value: var proposed }
            || !channel.Takes(proposed.Key))
        {
            var right = House.Channels.Where(other => other.By != By(message.Way) && (other.By is not null || other.PlanKeys.Count == 0));
            return new InboundOutcome(
                InboundState.Processed, InboundReason.OtherChannel, Answer: answers.OtherChannel(message, content, member.Language, right));
        }

        var (body, kept) = await BodyAsync(account, member.UserId, member.Language, content, cancellationToken);
        var subject = SubjectOf(content, member.Language);
        var input = new OpenTicketInput(subject, body, kind, null, null, null, false, kept, KeyOf(message), ChannelKey: channel.Key);
        var opened = await open.HandleAsync(input, member, cancellationToken);
        if (opened.Refusal is { } refusal)
        {
            return refusal is ReadOnlyMember ? Refused(message, content, member) : InboundOutcome.Held(InboundReason.NotAllowed);
        }

        var key = new TicketKey(account, opened.Value.Id);
        await parties.AddWritersAsync(key, content.Recipients, member.UserId, cancellationToken);
        return new InboundOutcome(
            InboundState.Processed, null, key, null, channel.Key, answers.Opened(message, content, member.Language, key, opened.Value.Number, subject));
    }

    /// <summary>By the house's rule; one who writes again and again is answered once a day.</summary>
    private async Task<InboundOutcome> UnknownAsync(InboundMessage message, InboundContent content, CancellationToken cancellationToken)
    {
        if (House.Intake.UnknownSenders == UnknownSenderRule.Hold)
        {
            return InboundOutcome.Held(InboundReason.UnknownSender);
        }

        var since = message.ReceivedAt - Duration.FromDays(1);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var told = await db.Set<InboundMessage>().AnyAsync(
            row => row.Sender == content.Sender && row.Reason == InboundReason.UnknownSender && row.ReceivedAt > since && row.Id != message.Id, cancellationToken);
        return new InboundOutcome(InboundState.Processed, InboundReason.UnknownSender, Answer: told ? null : answers.Unknown(message, content));
    }

    private InboundOutcome Refused(InboundMessage message, InboundContent content, Viewer member) =>
        new(InboundState.Processed, InboundReason.NotAllowed, Answer: answers.ReadOnly(message, content, member.Language));

    private async Task<(string Body, IReadOnlyList<AttachmentId> Files)> BodyAsync(
        AccountId account, UserId author, string? language, InboundContent content, CancellationToken cancellationToken)
    {
        var (kept, leftOut) = await files.KeepAsync(account, author, content, cancellationToken);
        var note = leftOut.Count == 0 ? "" : "\n\n" + answers.Say(language, "LeftOut", string.Join(", ", leftOut));
        var most = Math.Max(1, House.Tickets.Limits.BodyLength - note.Length - 1);
        var text = ShortText.Of(content.Text, most);
        return ((string.IsNullOrWhiteSpace(text) ? answers.Say(language, "OnlyFiles") : text) + note, kept);
    }

    private string SubjectOf(InboundContent content, string? language)
    {
        var subject = content.Subject.Length > 0 ? content.Subject : content.Text.Split('\n')[0].Trim();
        var most = House.Tickets.Limits.SubjectLength;
        return TicketText.Check("subject", ShortText.Of(subject, most), most, multiline: false)
            .TryGet(out var sound, out _) ? sound : answers.Say(language, "NoSubject");
    }


    private Channel? ChannelOf(InboundWay way) => House.Channels.FirstOrDefault(channel => channel.By == By(way));

    private static ChannelWay By(InboundWay way) => way == InboundWay.Email ? ChannelWay.Email : ChannelWay.Messaging;

    private static string KeyOf(InboundMessage message) => $"inbound-{message.Id.Value:N}";
}
