using Storefront.Features.Checkout;
using Storefront.Features.Projects.Access;
using Storefront.Features.Projects.Requests;
using Storefront.Features.Projects.Steps;
using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>Packages that were bought, from the order to the last day.</summary>
public static class ProjectsFeature
{
    public static IServiceCollection AddProjects(this IServiceCollection services)
    {
        services.AddSingleton<ProjectLetters>();
        services.AddSingleton<ProjectMails>();
        services.AddSingleton<ProjectStore>();
        services.AddSingleton<ProjectLifecycle>();
        services.AddSingleton<IOrderWork, PackageWork>();
        services.AddSingleton<ProjectTransactions>();
        services.AddSingleton<IAccountSettlement, ProjectSettlement>();
        return services.AddProjectSteps().AddProjectRequests().AddProjectPages();
    }

    private static IServiceCollection AddProjectSteps(this IServiceCollection services)
    {
        services.AddSingleton<GiveInput>();
        services.AddSingleton<AcceptInput>();
        services.AddSingleton<ReturnInput>();
        services.AddSingleton<VerifyInputs>();
        services.AddSingleton<AskRevision>();
        services.AddSingleton<FinishCorrections>();
        services.AddSingleton<ApproveProject>();
        services.AddSingleton<AuthoriseOpening>();
        services.AddSingleton<BookProjectMeeting>();
        services.AddSingleton<FinishStage>();
        services.AddSingleton<AddTask>();
        services.AddSingleton<StartTask>();
        services.AddSingleton<FinishTask>();
        services.AddSingleton<AnnounceDay>();
        services.AddSingleton<SendToSales>();
        services.AddSingleton<ResumeProject>();
        services.AddSingleton<GiveOpinion>();
        services.AddSingleton<AddDocument>();
        services.AddSingleton<FinishListItem>();
        services.AddSingleton<AddProjectNote>();
        services.AddSingleton<HandOverAccess>();
        services.AddSingleton<RevealAccess>();
        return services;
    }

    private static IServiceCollection AddProjectRequests(this IServiceCollection services)
    {
        services.AddSingleton<ProjectRequests>();
        services.AddSingleton<FollowUpWords>();
        services.AddSingleton<ProjectFollowUp>();
        services.AddSingleton<ProjectAgreement>();
        services.AddSingleton<MakeRequest>();
        services.AddSingleton<ExtraTasks>();
        services.AddSingleton<ExtraWork>();
        services.AddSingleton<ExtraWorkOrders>();
        services.AddSingleton<QuoteRequest>();
        services.AddSingleton<DecideRequest>();
        services.AddSingleton<BeginExtraWork>();
        services.AddDueWork<BeginWaitingWork>(BeginWaitingWork.DueWorkKind);
        services.AddSingleton<AnswerRequest>();
        services.AddSingleton<FinishRequest>();
        services.AddSingleton<Conciliate>();
        return services;
    }
}
