using System.Collections.Immutable;
using Storefront.Domain.Tickets;

namespace Storefront.Domain.Houses.Reading;

/// <summary>How tickets are sorted, promised and ordered.</summary>
internal static class TicketsSection
{
    public static TicketPolicy Read(ObjectReader reader, AttachmentPolicy attachments)
    {
        var kinds = reader.List("kinds", "ticketKind", ReadKind);
        reader.Unique("kinds", "key");
        reader.Declare("kind", "kinds");
        var classes = reader.List("classes", "ticketClass", ReadClass);
        reader.Unique("classes", "key");
        reader.Unique("classes", "rank");
        reader.Declare("class", "classes");
        var questions = reader.OptionalObject("questions", "classQuestions", ReadQuestions);
        var proposal = reader.List("proposal", "proposal", rule => ReadRule(rule, asked: reader.Has("questions")));
        if (reader.Ok("kinds", "classes", "proposal"))
        {
            ProposalCheck.Run(reader, kinds, proposal, asked: reader.Has("questions"));
        }

        var order = reader.ChoiceList<QueueKey>("queueOrder");
        var scheduling = reader.Flag("scheduling");
        var customerOrder = reader.OptionalFlag("customerOrder") ?? false;
        var turns = reader.OptionalObject("turns", "turnPolicy", ReadTurns);
        var limits = reader.Object("limits", "ticketLimits", limit =>
            (Subject: limit.Integer("subjectLength", 10, 500), Body: limit.Integer("bodyLength", 100, 100_000)));
        return new TicketPolicy(
            [.. classes.Select(entry => entry.Class)],
            kinds,
            proposal,
            questions,
            [.. classes.SelectMany(entry => entry.Targets)],
            order,
            scheduling,
            new TicketLimits(limits.Subject, limits.Body, attachments.MaximumPerMessage, attachments.MaximumBytes),
            turns,
            customerOrder);
    }

    public static AddOn ReadAddOn(ObjectReader reader)
    {
        var key = reader.Key("key");
        var name = reader.Localized("name");
        var description = reader.Localized("description");
        var minutes = reader.Integer("estimatedMinutes", 1, 60_000);
        var kind = reader.Key("kind");
        reader.Refers("kind", "kind");
        return new AddOn(key, name, description, minutes, kind);
    }

    private static TicketKind ReadKind(ObjectReader reader) => new(
        reader.Key("key"), reader.Localized("name"), reader.OptionalFlag("assessedFirst") ?? false, reader.OptionalFlag("costsHours") ?? true,
        reader.OptionalFlag("accessFirst") ?? false, reader.OptionalFlag("viabilityFirst") ?? false);

    private static (TicketClass Class, ImmutableArray<TargetPolicy> Targets) ReadClass(ObjectReader reader)
    {
        var key = reader.Key("key");
        var rank = reader.Integer("rank", 1, 100);
        var name = reader.Localized("name");
        var description = reader.Localized("description");
        var code = reader.OptionalText("code");
        var costsHours = reader.OptionalFlag("costsHours") ?? true;
        var onCall = reader.OptionalFlag("onCall") ?? false;
        var byCapacity = reader.OptionalFlag("byCapacity") ?? false;
        var targets = reader.OptionalList("targets", "target", target => ReadTarget(target, key));
        if (byCapacity && targets.Length > 0)
        {
            reader.Problem("byCapacity", "A class that goes by capacity promises nothing, so it has no targets.");
        }
        else if (!byCapacity && targets.IsEmpty)
        {
            reader.Problem("key", $"The class '{key}' needs a target, or 'byCapacity' where nothing is promised.");
        }

        if (reader.Ok("targets"))
        {
            for (var index = 0; index < targets.Length; index++)
            {
                var target = targets[index];
                if (targets.Take(index).Any(other => other.Kind == target.Kind && other.PlanKey == target.PlanKey))
                {
                    reader.ProblemAt("targets", index, $"{ObjectReader.UpperSnake(target.Kind.ToString())} is promised already, to the same customers.", "kind");
                }
            }
        }

        return (new TicketClass(key, rank, name, description, costsHours, code, onCall), targets);
    }

    private static TurnPolicy ReadTurns(ObjectReader reader)
    {
        var target = reader.Choice<TargetKind>("target");
        var never = reader.OptionalTexts("neverWait");
        reader.Refers("neverWait", "class");
        return new TurnPolicy(target, never);
    }

    private static TargetPolicy ReadTarget(ObjectReader reader, string classKey)
    {
        var kind = reader.Choice<TargetKind>("kind");
        var unit = reader.Choice<TargetUnit>("unit");
        var amount = reader.OptionalInteger("amount", 1, 1000);
        var plan = reader.OptionalKey("plan");
        reader.Refers("plan", "plan");
        var fixedEnd = unit == TargetUnit.EndOfBusinessWeek;
        if (reader.Ok("unit") && fixedEnd && reader.Has("amount"))
        {
            reader.Problem("amount", "The end of the business week is one moment, without an amount.");
        }
        else if (reader.Ok("unit") && !fixedEnd && !reader.Has("amount"))
        {
            reader.Problem("unit", $"A target in {ObjectReader.UpperSnake(unit.ToString())} needs an 'amount'.");
        }

        return new TargetPolicy(classKey, kind, new TargetDuration(unit, fixedEnd ? 0 : amount ?? 0), plan);
    }

    private static ClassQuestions ReadQuestions(ObjectReader reader) => new(
        reader.Object("urgency", "classQuestion", ReadQuestion), reader.Object("impact", "classQuestion", ReadQuestion));

    private static ClassQuestion ReadQuestion(ObjectReader reader) => new(
        reader.Localized("question"), reader.Localized("high"), reader.Localized("low"));

    private static ProposalRule ReadRule(ObjectReader reader, bool asked)
    {
        var kind = reader.OptionalKey("kind");
        reader.Refers("kind", "kind");
        var urgency = reader.OptionalChoice<Urgency>("urgency");
        var impact = reader.OptionalChoice<Impact>("impact");
        var classKey = reader.Key("class");
        reader.Refers("class", "class");
        if (!asked && (urgency is not null || impact is not null))
        {
            reader.Problem(urgency is not null ? "urgency" : "impact", "The form has no 'questions', so no rule can look at their answers.");
        }

        return new ProposalRule(kind, urgency, impact, classKey);
    }
}
