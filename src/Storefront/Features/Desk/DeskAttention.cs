namespace Storefront.Features.Desk;

/// <summary>How much there is that needs somebody of the house.</summary>
/// <param name="UnconfirmedClasses">Tickets whose class is only proposed.</param>
/// <param name="MissedTargets">Tickets with a promise that was not kept and still is to be.</param>
/// <param name="TargetsSoon">Tickets with a promise whose last quarter runs.</param>
/// <param name="FailedWork">Webhooks and due work that cannot be done by themselves.</param>
/// <param name="PaymentProblems">Payments that failed or settle nothing, of the last thirty days.</param>
public sealed record DeskAttention(int UnconfirmedClasses, int MissedTargets, int TargetsSoon, int FailedWork, int PaymentProblems)
{
    public bool IsNothing => this is { UnconfirmedClasses: 0, MissedTargets: 0, TargetsSoon: 0, FailedWork: 0, PaymentProblems: 0 };
}
