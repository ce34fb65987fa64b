using System.Collections.Immutable;
using Storefront.Domain.Tickets;

namespace Storefront.Domain.Houses.Reading;

/// <summary>Every ticket is proposed some class, and every rule for it can be reached.</summary>
internal static class ProposalCheck
{
    public static void Run(ObjectReader reader, ImmutableArray<TicketKind> kinds, ImmutableArray<ProposalRule> rules, bool asked)
    {
        var used = new bool[rules.Length];
        foreach (var (kind, urgency, impact) in Cases(kinds, asked))
        {
            var first = rules.ToList().FindIndex(rule => (rule.Kind ?? kind) == kind && (rule.Urgency ?? urgency) == urgency && (rule.Impact ?? impact) == impact);
            if (first < 0)
            {
                var answers = asked ? $" of urgency {ObjectReader.UpperSnake($"{urgency}")} and impact {ObjectReader.UpperSnake($"{impact}")}" : "";
                reader.Problem("proposal", $"No rule fits a ticket of kind '{kind}'{answers}.");
            }
            else
            {
                used[first] = true;
            }
        }

        for (var index = 0; index < rules.Length; index++)
        {
            if (!used[index])
            {
                reader.ProblemAt("proposal", index, "This rule is never reached: the rules before it take every ticket that it fits.");
            }
        }
    }

    private static IEnumerable<(string Kind, Urgency Urgency, Impact Impact)> Cases(ImmutableArray<TicketKind> kinds, bool asked) =>
        from kind in kinds
        from urgency in asked ? Enum.GetValues<Urgency>() : [default]
        from impact in asked ? Enum.GetValues<Impact>() : [default]
        select (kind.Key, urgency, impact);
}
