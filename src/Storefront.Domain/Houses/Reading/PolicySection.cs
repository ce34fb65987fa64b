using System.Collections.Immutable;
using Storefront.Domain.Hours;
using Storefront.Domain.Subscriptions;

namespace Storefront.Domain.Houses.Reading;

/// <summary>How hours, changes, quotes, meetings and attachments go.</summary>
internal static class PolicySection
{
    private const int MinutesOfTwoHours = 120;
    private const long MostAttachmentBytes = 1024L * 1024 * 1024;

    /// <summary>The policy of hours of a house that sells no plans: nothing is granted, so nothing can be used.</summary>
    public static HourPolicy NoHours { get; } =
        new(0, 0, 0, Enum.GetValues<LotSource>(), ImmutableDictionary<string, int>.Empty, 100, OveragePolicy.Refuse);

    /// <summary>The policy of changes of a house that sells no plans.</summary>
    public static ChangePolicy NoChanges { get; } = new(
        UpgradeMoney.FullDifference, UpgradeHours.FullDifference, UpgradeBilling.AtOnce, false, ChangeMoment.EndOfPaidTerm, ChangeMoment.EndOfPaidTerm, 0, false, 1);

    public static HourPolicy ReadHours(ObjectReader reader)
    {
        var rollover = reader.Percent("rolloverPercent");
        var advance = reader.Percent("advancePercent");
        var grace = reader.Integer("graceDays", 0, 28);
        var order = reader.ChoiceList<LotSource>("useOrder");
        var minimums = reader.OptionalList("minimumMinutesPerTicket", "ticketMinimum", ReadMinimum);
        reader.Unique("minimumMinutesPerTicket", "plan");
        var onCall = reader.Integer("onCallPercent", 100, 1000);
        var overage = reader.Choice<OveragePolicy>("overage");
        return reader.Build(() => new HourPolicy(
            rollover, advance, grace, order, minimums.ToImmutableDictionary(minimum => minimum.Plan, minimum => minimum.Minutes), onCall, overage));
    }

    public static ChangePolicy ReadChanges(ObjectReader reader)
    {
        var money = reader.Choice<UpgradeMoney>("upgradeMoney");
        var hours = reader.Choice<UpgradeHours>("upgradeHours");
        var billed = reader.Choice<UpgradeBilling>("upgradeBilled");
        var temporary = reader.Flag("temporaryUpgrades");
        var downgrade = reader.Choice<ChangeMoment>("downgrade");
        var cancellation = reader.Choice<ChangeMoment>("cancellation");
        var term = reader.Integer("contractedTermMonths", 0, 60);
        if (reader.Ok("contractedTermMonths") && term == 0)
        {
            CheckTerm(reader, "downgrade", downgrade);
            CheckTerm(reader, "cancellation", cancellation);
        }

        var pauses = reader.Flag("pauses");
        var preview = reader.Integer("previewMinutes", 1, MinutesOfTwoHours);
        var basePlan = reader.OptionalKey("basePlan");
        reader.Refers("basePlan", "plan");
        return new ChangePolicy(money, hours, billed, temporary, downgrade, cancellation, term, pauses, preview) { BasePlan = basePlan };
    }

    public static QuotePolicy ReadQuotes(ObjectReader reader) =>
        new(reader.OptionalInteger("requiredAboveMinutes", 0, 60_000), reader.Integer("validDays", 1, 365))
        {
            Release = reader.OptionalChoice<QuoteRelease>("release") ?? QuoteRelease.Approval,
        };

    public static MeetingPolicy ReadMeetings(ObjectReader reader) =>
        new(reader.Flag("firstIsFree"), reader.Integer("minutes", 5, 480), reader.Flag("onTickets"), reader.Localized("description"))
        {
            NoticeHours = reader.OptionalInteger("noticeHours", 0, 720) ?? 4,
            HorizonDays = reader.OptionalInteger("horizonDays", 1, 180) ?? 28,
            AtOnce = reader.OptionalInteger("atOnce", 1, 50) ?? 1,
            RecordsDelicate = reader.OptionalFlag("recordsDelicate") ?? false,
        };

    public static AttachmentPolicy ReadAttachments(ObjectReader reader)
    {
        var bytes = reader.Long("maximumBytes", 1, MostAttachmentBytes);
        var count = reader.Integer("maximumPerMessage", 0, 100);
        var types = reader.List("types", "attachmentType", type =>
        {
            var mediaType = type.Text("mediaType");
            if (type.Ok("mediaType") && mediaType.Count(character => character == '/') != 1)
            {
                type.Problem("mediaType", $"'mediaType' must be a type and a subtype such as 'image/png', not '{mediaType}'.");
            }

            var extensions = type.Texts("extensions");
            for (var index = 0; index < extensions.Length; index++)
            {
                if (extensions[index].Length < 2 || extensions[index][0] != '.' || extensions[index].Any(char.IsUpper))
                {
                    type.ProblemAt("extensions", index, $"An extension is written with its full stop, in small letters, such as '.png', not '{extensions[index]}'.");
                }
            }

            return new AttachmentType(mediaType, extensions);
        });
        reader.Unique("types", "mediaType");
        return new AttachmentPolicy(bytes, count, types);
    }

    private static (string Plan, int Minutes) ReadMinimum(ObjectReader reader)
    {
        var plan = reader.Key("plan");
        reader.Refers("plan", "plan");
        return (plan, reader.Integer("minutes", 1, 1440));
    }

    private static void CheckTerm(ObjectReader reader, string name, ChangeMoment moment)
    {
        if (reader.Ok(name) && moment == ChangeMoment.EndOfContractedTerm)
        {
            reader.Problem(name, "The end of the contracted term contradicts 'contractedTermMonths', which is 0.");
        }
    }
}
