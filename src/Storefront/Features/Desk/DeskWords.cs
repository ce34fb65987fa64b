using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Credentials;
using Storefront.Features.Help;
using Storefront.Features.Inbound;
using Storefront.Features.Meetings;
using Storefront.Features.Quotes;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Tickets;
using Storefront.Features.Tickets.Intake;
using Storefront.Features.Work;
using Storefront.Store.EventLog;

namespace Storefront.Features.Desk;

/// <summary>Sentences for staff: what happened to a ticket, and why something cannot be done.</summary>
public sealed class DeskWords(IStringLocalizer<DeskTexts> texts, ReaderFormat format, Handbook handbook, RefusalTexts refusals, QuoteWords quotes, IStringLocalizer<WorkTexts> work,
    IStringLocalizer<IntakeTexts> intake, IStringLocalizer<InboundTexts> inbound, IStringLocalizer<MeetingsTexts> meetings, IStringLocalizer<HelpTexts> help)
{
    /// <summary>Why not. Customers are told the same in other words.</summary>
    public string Describe(Refusal refusal) => refusal switch
    {
        NotEnoughHours missing => texts["Refuse.NotEnoughHours", format.Minutes(missing.ShortfallMinutes), format.Minutes(missing.AvailableMinutes)],
        MinutesNotValid range => texts["Refuse.Minutes", format.Number(Math.Max(1, range.Least)), format.Number(range.Most)],
        TextNotValid { Faults: [{ Kind: TextFaultKind.TooLong } fault, ..] } =>
            texts["Refuse.Text.TooLong", format.Number(fault.MaxLength), format.Number(fault.Length)],
        TextNotValid { Faults: [var fault, ..] } => texts[$"Refuse.Text.{fault.Kind}"],
        TicketStepNotAllowed step => texts[
            "Refuse.Step",
            texts[$"Status.{step.From}"].Value,
            texts[$"Status.{step.To}"].Value,
            string.Join(", ", step.Allowed.Select(allowed => texts[$"Status.{allowed}"].Value))],
        TicketNotOpen closed => texts["Refuse.NotOpen", texts[$"Status.{closed.Status}"].Value],
        SubscriptionNotReady => texts["Refuse.NoPeriod"],
        _ => refusals.Describe(refusal),
    };

    public string Describe(AccountEvent happened) => happened switch
    {
        Tickets.TicketClassified { Changed: true } decided => texts["Event.ClassChanged", ClassName(decided.FromClassKey), ClassName(decided.ToClassKey)],
        Tickets.TicketClassified decided => texts["Event.ClassConfirmed", ClassName(decided.ToClassKey)],
        Tickets.TicketStatusChanged moved => texts[$"Event.Status.{moved.Actor}", texts[$"Status.{moved.To}"].Value],
        Tickets.TicketPlanned planned => texts["Event.Planned", format.Date(planned.Day)],
        TicketWorkaroundRecorded => texts["Event.Workaround"],
        WorkLogged logged => texts["Event.Work", format.Minutes(logged.Minutes), format.Minutes(logged.ChargedMinutes)],
        WorkReversed reversed => texts["Event.WorkReversed", format.Minutes(reversed.ChargedMinutes)],
        TicketTargetMissed missed => texts["Event.TargetMissed", texts[$"Target.{missed.Target}"].Value],
        TicketTargetStarted => texts["Event.TurnCame"],
        TicketQueueChanged => texts["Event.Reordered"],
        TicketRated rated => texts["Event.Rated", rated.Rating],
        CredentialShared => texts["Event.CredentialShared"],
        CredentialUnshared => texts["Event.CredentialUnshared"],
        CredentialRevealed => texts["Event.CredentialRevealed"],
        TicketMeetingChanged changed => meetings[$"Event.Changed.{changed.Status}", format.Moment(changed.StartsAt)],
        TicketAnalysed analysed => intake[$"Event.Analysed.{analysed.Outcome}"],
        TicketTurnedDown => intake["Event.TurnedDown"],
        TicketQuoteAsked => intake["Event.QuoteAsked"],
        TicketPriorityAsked => intake["Event.PriorityAsked"],
        TicketAccessGranted => intake["Event.AccessGranted"],
        TicketViabilityAssessed viability => intake[$"Event.Viability.{viability.IsViable}"],
        TicketPartyChanged party => inbound[$"Event.Party.{party.TakesPart}"],
        QuoteLogged quoted => quotes.Describe(quoted),
        WorkQuestioned => work["Event.Questioned"],
        WorkQuestionAnswered answered => work[$"Event.Answered.{answered.Outcome}"],
        TicketAnsweredAutomatically => help["Event.Answered"],
        TicketAutomaticAnswerJudged judged => help[judged.Solved ? "Event.Solved" : "Event.PersonWanted"],
        _ => texts["Event.Other"],
    };

    /// <summary>What people call a class; its key when the handbook has it no more.</summary>
    public string ClassName(string key) => handbook.Tickets.FindClass(key)?.Name.In(CultureInfo.CurrentUICulture) ?? key;

    /// <summary>What stands beside an account's name: its plan; nothing where the house sells none.</summary>
    public string? Plan(string? key) => !handbook.SellsPlans ? null
        : key is null ? texts["Account.NoPlan"]
        : handbook.Plans.Find(key)?.Name.In(CultureInfo.CurrentUICulture) ?? key;

    /// <summary>Why a payment settles nothing; the code itself where there is no sentence for it.</summary>
    public string Problem(string code) => texts[$"Problem.{code}"] is { ResourceNotFound: false } known ? known : code;

    /// <summary>How long a promise gives.</summary>
    public string Within(TargetDuration within) => texts[$"Within.{within.Unit}", within.Amount];
}
