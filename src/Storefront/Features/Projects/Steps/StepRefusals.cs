using Storefront.Domain.Shared;

namespace Storefront.Features.Projects.Steps;

/// <summary>Nothing was handed over: neither text nor a file.</summary>
/// <param name="InputKey">For which input.</param>
public sealed record InputEmpty(string InputKey) : Refusal
{
    public override string Code => "INPUT_EMPTY";
}

/// <summary>The opinion was not asked for yet: that is done after the delivery, together with the balance or when the project is completed (SEN-06).</summary>
public sealed record OpinionNotAsked : Refusal
{
    public override string Code => "OPINION_NOT_ASKED";
}

/// <summary>The project has as many tasks as it can.</summary>
/// <param name="Most">How many that is.</param>
public sealed record TooManyProjectTasks(int Most) : Refusal
{
    public override string Code => "TOO_MANY_PROJECT_TASKS";
}
