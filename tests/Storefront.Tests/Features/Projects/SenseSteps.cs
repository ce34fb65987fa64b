using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Projects;
using Storefront.Features.Projects.Requests;
using Project = Storefront.Features.Projects.Project;

namespace Storefront.Tests.Features.Projects;

/// <summary>What a customer of Sense Digital asks for beyond the contract, and what comes of it.</summary>
internal static class SenseSteps
{
    /// <summary>A website whose deposit is paid, so that its kick-off begins.</summary>
    public static async Task<ProjectKey> BegunAsync(ProjectShop shop)
    {
        var key = await shop.OrderAsync("website");
        await shop.PayAsync(key, 50);
        return key;
    }

    /// <summary>A website whose kick-off is over.</summary>
    public static async Task<ProjectKey> ProducingAsync(ProjectShop shop)
    {
        var key = await BegunAsync(shop);
        await shop.FinishAsync(key, "booking");
        await shop.GiveAllAsync(key);
        await shop.VerifyAsync(key);
        var date = shop.Handbook.Calendar.AddBusinessDays(shop.Now, 1);
        await shop.BookAsync(key, "kick-off", date, 60);
        await shop.MoveAsync(date - shop.Now);
        Assert.Null((await shop.FinishAsync(key, "kick-off")).Refusal);
        return key;
    }

    /// <summary>What was being made is approved and delivered.</summary>
    public static async Task DeliverAsync(ProjectShop shop, ProjectKey key)
    {
        await shop.WorkAsync(key, "production");
        Assert.Null((await shop.ApproveAsync(key)).Refusal);
        Assert.Null((await shop.FinishAsync(key, "delivery")).Refusal);
    }

    /// <summary>Asks for extra work, which is quoted and approved.</summary>
    public static async Task<ProjectRequestId> AgreeAsync(ProjectShop shop, ProjectKey key, string text)
    {
        var request = await AskAsync(shop, key, ProjectRequestKind.ExtraWork, text);
        Assert.Null((await QuoteAsync(shop, key, request)).Refusal);
        Assert.Null((await DecideAsync(shop, key, request, true)).Refusal);
        return request;
    }

    public static Task<Result<Project>> MakeAsync(ProjectShop shop, ProjectKey key, ProjectRequestKind kind, string text, bool strong = false, bool goesOn = true) =>
        shop.Get<MakeRequest>().HandleAsync(new MakeRequestInput(key.Id, kind, text, strong, goesOn, text), shop.Customer, CancellationToken.None);

    /// <summary>Asks twice under one key, and gives the one request.</summary>
    public static async Task<ProjectRequestId> AskAsync(
        ProjectShop shop, ProjectKey key, ProjectRequestKind kind, string text, bool strong = false, bool goesOn = true)
    {
        Assert.Null((await MakeAsync(shop, key, kind, text, strong, goesOn)).Refusal);
        Assert.Null((await MakeAsync(shop, key, kind, text, strong, goesOn)).Refusal);
        await using var db = shop.Store.Db();
        return (await db.Set<ProjectRequest>().SingleAsync(request => request.Text == text)).Id;
    }

    public static Task<Result<Project>> QuoteAsync(ProjectShop shop, ProjectKey key, ProjectRequestId request, long amount = 40_000_00) =>
        shop.Get<QuoteRequest>().HandleAsync(
            key,
            new QuoteRequestInput(request, new Money(amount, shop.Handbook.Packages[0].Prices[0].Amount.Currency), "With all texts.", ["Design", "Build"]),
            shop.Staff,
            CancellationToken.None);

    public static Task<Result<Project>> DecideAsync(ProjectShop shop, ProjectKey key, ProjectRequestId request, bool approve) =>
        shop.Get<DecideRequest>().HandleAsync(key.Id, request, approve, shop.Customer, CancellationToken.None);

    public static async Task<ProjectRequest> RequestAsync(ProjectShop shop, ProjectRequestId id)
    {
        await using var db = shop.Store.Db();
        return await db.Set<ProjectRequest>().AsNoTracking().SingleAsync(request => request.Id == id);
    }
}
