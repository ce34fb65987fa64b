using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Projects;

/// <summary>A project of which all that was paid was given back.</summary>
public class ProjectRefundTests
{
    private readonly ProjectLife life = new ProjectLife(Loaded.TecnoSoluciones, "cms").Pay();

    [Fact]
    public void One_that_is_not_completed_ends_and_owes_nothing()
    {
        var ended = Refund(life.Project);

        Assert.Equal((ProjectStatus.Canceled, SuspensionCause.OrderRefunded), (ended.Status, ended.Suspension!.Cause));
        Assert.Equal((Money.Zero(Currency.Usd), Money.Zero(Currency.Usd), life.Now), (ended.Paid, ended.Balance, ended.RefundedAt!.Value));
        Assert.Null(ended.NextAt);
    }

    [Fact]
    public void One_that_is_completed_stays_so_and_owes_nothing()
    {
        var ended = Refund(life.Project with { CompletedAt = life.Now });

        Assert.Equal((ProjectStatus.Completed, null), (ended.Status, ended.Suspension));
        Assert.Equal((Money.Zero(Currency.Usd), life.Now), (ended.Balance, ended.RefundedAt!.Value));
    }

    [Fact]
    public void What_the_bank_took_back_is_owed()
    {
        var owing = ProjectRules.Pay(life.Terms, life.Project, Money.Zero(Currency.Usd), life.Now).Project;

        Assert.Equal(owing.Total, owing.Balance);
        Assert.Null(owing.RefundedAt);
    }

    private ProjectState Refund(ProjectState project) =>
        ProjectRules.EndUnpaid(life.Terms, project, SuspensionCause.OrderRefunded, life.Now).Project;
}
