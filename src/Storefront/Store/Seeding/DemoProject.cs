namespace Storefront.Store.Seeding;

/// <summary>A package that is ordered and paid by card, and what becomes of its project.</summary>
/// <param name="At">When.</param>
/// <param name="Package">Its key.</param>
/// <param name="Design">The design that is chosen; null where none is.</param>
/// <param name="Steps">What happens on it, each at its own moment, in order.</param>
internal sealed record DemoProject(DemoMoment At, string Package, string? Design, IReadOnlyList<DemoProjectStep> Steps);

/// <summary>What somebody did on a project.</summary>
/// <param name="At">When.</param>
/// <param name="Act">What was done.</param>
/// <param name="Stage">In which stage.</param>
/// <param name="Inputs">What was handed over.</param>
/// <param name="Text">What was said with it.</param>
/// <param name="Count">How many tasks were finished.</param>
/// <param name="For">For when something is booked, or announced.</param>
internal sealed record DemoProjectStep(
    DemoMoment At, DemoProjectAct Act, string? Stage, IReadOnlyList<DemoInput>? Inputs, string? Text, int Count, DemoMoment? For);

/// <summary>Something that the customer hands over, with where it goes.</summary>
internal sealed record DemoInput(string Key, string Text, string Use);

/// <summary>Who does what on a project.</summary>
internal enum DemoProjectAct
{
    /// <summary>The customer hands inputs over.</summary>
    Give,

    /// <summary>The customer wants something corrected.</summary>
    Revise,

    /// <summary>Staff accept all inputs.</summary>
    Verify,

    /// <summary>Staff book the stage's meeting.</summary>
    Book,

    /// <summary>Staff finish some of the stage's tasks.</summary>
    Tasks,

    /// <summary>Staff finish what is left of the stage.</summary>
    Finish,

    /// <summary>Staff give another day.</summary>
    Announce,
}
