using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>A stage of a project.</summary>
/// <param name="Key">Its name for programs, unique in the template.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="Description">What happens in it, in a sentence or two.</param>
/// <param name="Owner">Whose turn it is.</param>
/// <param name="After">The stages that have to be over before it begins; empty for the first.</param>
/// <param name="Needs">What else it waits for.</param>
/// <param name="Within">How long it may take; null when that is open.</param>
/// <param name="Notices">How often the customer is reminded after that time; null for not at all.</param>
/// <param name="AlertBusinessDays">Business days between the suspension alert, which follows the last notice, and suspension; null when it is never suspended.</param>
public sealed record ProjectStage(
    string Key,
    LocalizedText Name,
    LocalizedText Description,
    StageOwner Owner,
    ImmutableArray<string> After,
    ImmutableArray<StageNeed> Needs,
    StageTime? Within,
    StageNotices? Notices,
    int? AlertBusinessDays)
{
    /// <summary>What ends it.</summary>
    public StageEnd End { get; init; }

    /// <summary>On what day it begins once it can.</summary>
    public StageStart Start { get; init; }

    /// <summary>What brings a project back that was suspended in it; the house always can.</summary>
    public SuspensionEnd SuspensionEnd { get; init; }

    /// <summary>How long the house has for corrections that are asked for in it; null when that is open.</summary>
    public StageTime? Corrections { get; init; }

    /// <summary>The longest that its meeting may take, in minutes; null where there is no such limit.</summary>
    public int? MeetingMinutes { get; init; }

    /// <summary>Whether each item of the package is a task of it (SEN-04).</summary>
    public bool MakesItems { get; init; }
}

/// <summary>Whose turn a stage is.</summary>
public enum StageOwner
{
    /// <summary>The house works.</summary>
    House,

    /// <summary>The customer has something to do.</summary>
    Customer,

    /// <summary>Both wait for something that only takes its time.</summary>
    Nobody,
}

/// <summary>What a stage waits for beside other stages.</summary>
public enum StageNeed
{
    /// <summary>Everything is paid (TEC-09, SEN-09).</summary>
    FullPayment,
}

/// <summary>Notices after a stage's time has passed.</summary>
/// <param name="Count">How many, from 1.</param>
/// <param name="BusinessDays">Business days that each gives, from 1.</param>
public sealed record StageNotices(int Count, int BusinessDays);
