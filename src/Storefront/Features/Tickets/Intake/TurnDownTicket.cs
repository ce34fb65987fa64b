using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets.Intake;

/// <summary>Staff turn down what is outside support, or came by the wrong way: with the reason and a way on (ALF-01, SEN-12, SEN-13).</summary>
public sealed class TurnDownTicket(
    StaffTransactions work, TicketStore tickets, IntakeAnswers answers, Handbooks handbooks, SiteLanguages languages, IStringLocalizer<IntakeTexts> texts)
{
    /// <summary>The reason that no handbook lists: the channel is not for tickets of that class, and the right one is named.</summary>
    public const string WrongChannel = "wrong-channel";

    /// <param name="key">The ticket.</param>
    /// <param name="reasonKey">Key of what the handbook has outside support, or <see cref="WrongChannel"/>.</param>
    /// <param name="text">More in words, in Markdown; null or empty for none.</param>
    /// <param name="staff">Who turns it down.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The ticket, or <see cref="UnknownOutsideSupport"/>, <see cref="ChannelIsRight"/>, <see cref="TicketNotOpen"/>.</returns>
    public Task<Result<Ticket>> HandleAsync(TicketKey key, string reasonKey, string? text, Viewer staff, CancellationToken cancellationToken)
    {
        var words = string.IsNullOrWhiteSpace(text) ? "" : TicketText.CheckBody(text, tickets.Policy.Limits);
        return words.TryGet(out var more, out var fault)
            ? work.RunAsync<Ticket>(key, staff, (scope, ticket, token) => TurnDownAsync(scope, ticket, reasonKey, more, staff, token), cancellationToken)
            : Task.FromResult<Result<Ticket>>(fault);
    }

    private async Task<Result<Ticket>> TurnDownAsync(
        AccountScope scope, CurrentTicket ticket, string reasonKey, string more, Viewer staff, CancellationToken cancellationToken)
    {
        var intake = await TicketIntakes.OfAsync(scope, ticket.Row.Id, cancellationToken);
        if (!Explain(scope, ticket.Row, intake, reasonKey).TryGet(out var reason, out var unknown))
        {
            return unknown;
        }

        if (!TicketIntake.TurnDown(ticket.State, scope.Now).TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        intake.TurnedDownAs = reasonKey;
        var body = more.Length == 0 ? reason : $"{reason}\n\n{more}";
        await answers.SayAsync(scope, ticket, change, body, staff, cancellationToken, new TicketTurnedDown(ticket.Row.Id, reasonKey));
        return ticket.Row;
    }

    /// <summary>The reason in the account's language, which is also the customer's way on.</summary>
    private Result<string> Explain(AccountScope scope, Ticket ticket, TicketIntakeRow intake, string reasonKey)
    {
        var house = handbooks.Present;
        var language = languages.Find(scope.Account.Language) ?? languages.Default;
        using var spoken = SpokenLanguage.Begin(language);
        var culture = language.Culture;
        if (reasonKey != WrongChannel)
        {
            return house.Intake.FindOutside(reasonKey) is { } outside
                ? $"**{outside.Name.In(culture)}**\n\n{outside.WayOn.In(culture)}"
                : new UnknownOutsideSupport(reasonKey, [.. house.Intake.Outside.Select(known => known.Key), WrongChannel]);
        }

        if (!IsWrongChannel(house, intake, ticket.ClassKey))
        {
            return new ChannelIsRight();
        }

        var used = house.Channels.First(channel => channel.Key == intake.ChannelKey);
        var right = house.Channels.Where(channel => channel.Takes(ticket.ClassKey)).Select(channel => $"- **{channel.Name.In(culture)}**: {channel.Description.In(culture)}");
        return texts["WrongChannel.Body", used.Name.In(culture), house.Tickets.FindClass(ticket.ClassKey)!.Name.In(culture), string.Join('\n', right)].Value;
    }

    /// <summary>Whether a ticket came by a channel that is not for its class.</summary>
    internal static bool IsWrongChannel(Handbook house, TicketIntakeRow? intake, string classKey) =>
        house.Channels.FirstOrDefault(channel => channel.Key == intake?.ChannelKey) is { } used && !used.Takes(classKey);
}
