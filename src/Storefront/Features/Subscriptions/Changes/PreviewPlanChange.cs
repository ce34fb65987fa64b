using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Hosting.Keys;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Says what a change of plan would do, to the minor unit and the minute, and seals it so that it can be confirmed.</summary>
public sealed class PreviewPlanChange(
    AccountTransactions transactions, SubscriptionStore subscriptions, ChangeSteps steps, Seals seals)
{
    internal const string Purpose = "plan-change";

    public async Task<Result<SealedPreview>> HandleAsync(PreviewPlanChangeInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } account)
        {
            return new NotFound("account");
        }

        return viewer.IsAtLeast(MemberRole.Owner)
            ? await transactions.RunAsync<SealedPreview>(account, (scope, token) => PreviewAsync(scope, input, token), cancellationToken)
            : new OwnerNeeded();
    }

    private async Task<Result<SealedPreview>> PreviewAsync(
        AccountScope scope, PreviewPlanChangeInput input, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken) is not { } current)
        {
            return new NoSubscription();
        }

        var situation = await steps.SituationAsync(scope, PlanChangeId.New(scope.Now), current, cancellationToken);
        return PlanSwitch.Ask(situation, input.PlanKey, input.Interval, input.Temporary).Map(preview =>
        {
            var wanted = new PlanSwitch(input.PlanKey, input.Interval, input.Temporary, ChangePreviewText.Write(preview));
            return new SealedPreview(
                preview, preview.EffectiveAt(current.Policies), seals.Seal(Purpose, scope.AccountId, wanted, preview.ValidUntil));
        });
    }
}

/// <summary>A change that is asked about.</summary>
/// <param name="PlanKey">The plan to go to.</param>
/// <param name="Interval">Month or year.</param>
/// <param name="Temporary">Whether an upgrade goes back by itself at the end of the billing period (FLU-06).</param>
public sealed record PreviewPlanChangeInput(string PlanKey, BillingInterval Interval, bool Temporary = false);

/// <summary>What a change would do, with the token that confirms exactly that.</summary>
/// <param name="Preview">What it would do.</param>
/// <param name="EffectiveAt">When it would act.</param>
/// <param name="Token">For <see cref="ConfirmPlanChange"/>; nobody can read or change it, and it is this account's only.</param>
public sealed record SealedPreview(ChangePreview Preview, NodaTime.Instant EffectiveAt, string Token);
