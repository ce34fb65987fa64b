using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Meetings;
using Storefront.Features.Projects;
using Storefront.Features.Projects.Access;
using Storefront.Features.Projects.Steps;
using Storefront.Features.Tickets;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Attachments;
using Storefront.Tests.Support;
using Project = Storefront.Features.Projects.Project;

namespace Storefront.Tests.Features.Projects;

/// <summary>A project of TecnoSoluciones in the store, from the order to the last day.</summary>
public sealed class TecnoSolucionesLifeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task TEC_12_A_project_goes_from_the_order_to_completed_by_its_template_alone(DatabaseKind kind)
    {
        await using var shop = await ProjectShop.CreateAsync(kind, "tecnosoluciones");
        var key = await shop.OrderAsync("cms");
        await shop.MoveAsync(Duration.FromDays(1));
        await shop.PayAsync(key);
        Assert.Contains(await shop.MailsAsync(), mail => mail.Subject.Contains("Lo que necesitamos de ti", StringComparison.Ordinal) && mail.Body.Contains("- Logo", StringComparison.Ordinal) && mail.Kind == MailKind.ProjectAction);

        await shop.GiveAllAsync(key);
        Assert.True((await shop.StageAsync(key, "check")).IsRunning);
        Assert.Null((await shop.VerifyAsync(key)).Refusal);
        var ready = await shop.ShowAsync(key);
        Assert.Equal((ProjectStatus.InProgress, ready.State.StartsOn), (ready.Status, shop.Handbook.Calendar.DateOf(shop.Now).PlusDays(1)));
        await shop.MoveBusinessDaysAsync(3);
        await shop.WorkAsync(key, "build");
        Assert.Null((await shop.ReviseAsync(key, "The logo larger.")).Refusal);
        Assert.Null((await shop.Get<FinishCorrections>().HandleAsync(key, "Larger now.", shop.Staff, default)).Refusal);
        Assert.Null((await shop.ApproveAsync(key)).Refusal);

        var start = shop.Handbook.Calendar.NextOpening(shop.Handbook.Calendar.AddBusinessDays(shop.Now, 2));
        Assert.Null((await shop.BookAsync(key, "workshop", start, 60, shop.Customer)).Refusal);
        Assert.Contains(await shop.MailsAsync(), mail => mail.Kind == MailKind.Meeting && mail.CalendarText!.Contains("BEGIN:VEVENT", StringComparison.Ordinal));
        Assert.Null((await HandOverAsync(shop, key)).Refusal);
        Assert.Null((await shop.Get<AuthoriseOpening>().HandleAsync(key.Id, shop.Customer, default)).Refusal);
        Assert.Null((await shop.FinishAsync(key, "opening")).Refusal);

        var done = await shop.ShowAsync(key);
        Assert.Equal((ProjectStatus.Completed, shop.Now), (done.Status, done.CompletedAt));
        await shop.MoveBusinessDaysAsync(3);
        Assert.Null((await shop.FinishAsync(key, "workshop")).Refusal);
        Assert.Equal(done.Tasks, (await shop.ShowAsync(key)).FinishedTasks);
        Assert.Null((await shop.ShowAsync(key)).NextAt);
        Assert.Contains("completed", await shop.EventsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TEC_04_A_server_stopped_for_months_catches_up_in_order_each_at_its_own_instant(DatabaseKind kind)
    {
        await using var shop = await ProjectShop.CreateAsync(kind, "tecnosoluciones");
        await using var watched = await ProjectShop.CreateAsync(kind, "tecnosoluciones");
        var (key, other) = (await shop.OrderAsync("cms"), await watched.OrderAsync("cms"));
        await shop.PayAsync(key);
        await watched.PayAsync(other);
        await shop.MoveAsync(Duration.FromDays(90));
        for (var day = 0; day < 90; day++)
        {
            await watched.MoveAsync(Duration.FromDays(1));
        }

        Assert.Equal(await watched.EventsAsync(), await shop.EventsAsync());
        Assert.Equal(["reminded", "reminded", "suspension-announced", "suspended"], (await shop.EventsAsync()).Where(name => name is "reminded" or "suspension-announced" or "suspended"));
        Assert.Equal(ProjectText(await watched.ShowAsync(other)), ProjectText(await shop.ShowAsync(key)));
        Assert.Equal((await watched.MailsAsync()).Select(mail => (mail.Subject, mail.CreatedAt)), (await shop.MailsAsync()).Select(mail => (mail.Subject, mail.CreatedAt)));
        Assert.Equal(ProjectStatus.Suspended, (await shop.ShowAsync(key)).Status);
    }

    [Fact]
    public async Task TEC_04_What_is_returned_says_why_and_counts_as_a_notice()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "tecnosoluciones");
        var key = await PaidAsync(shop);
        await shop.GiveAllAsync(key);
        var returning = shop.Get<ReturnInput>();
        Assert.IsType<InputReasonMissing>((await returning.HandleAsync(key, "logo", " ", shop.Staff, default)).Refusal);
        Assert.IsType<NotFound>((await returning.HandleAsync(key, "logo", "Too small", shop.Customer, default)).Refusal);
        Assert.Null((await returning.HandleAsync(key, "logo", "Too small", shop.Staff, default)).Refusal);

        Assert.Contains("reminded", await shop.EventsAsync());
        Assert.Single(await shop.MailsAsync(), mail => mail.Body.Contains("Too small", StringComparison.Ordinal) && mail.Subject.Contains("Logo", StringComparison.Ordinal));
        Assert.DoesNotContain(await shop.MailsAsync(), sent => sent.Subject.Contains("Recordatorio", StringComparison.Ordinal));
        await using var db = shop.Store.Db();
        Assert.Equal("Too small", (await db.Set<GivenInput>().SingleAsync(given => given.InputKey == "logo")).ReturnReason);
        Assert.Null((await shop.GiveAsync(key, "logo")).Refusal);
        Assert.True((await shop.StageAsync(key, "check")).IsRunning);
    }

    [Fact]
    public async Task TEC_05_An_input_is_text_or_files_with_the_place_of_its_use_and_only_once_under_one_key()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "tecnosoluciones");
        var key = await PaidAsync(shop);
        Assert.IsType<InputEmpty>((await shop.GiveAsync(key, "logo", text: " ")).Refusal);
        Assert.IsType<InputUseMissing>((await shop.GiveAsync(key, "logo", use: " ")).Refusal);
        Assert.IsType<UnknownInput>((await shop.GiveAsync(key, "nothing")).Refusal);
        Assert.IsType<NotFound>((await shop.GiveAsync(key, "logo", files: AttachmentId.New(shop.Now))).Refusal);
        var file = (await shop.UploadAsync("logo.png", SampleFiles.Of(".png"))).Value;
        Assert.Null((await shop.GiveAsync(key, "logo", text: null, idempotencyKey: "once", files: file.Id)).Refusal);
        Assert.Null((await shop.GiveAsync(key, "logo", text: null, idempotencyKey: "once", files: file.Id)).Refusal);
        await shop.MoveAsync(Duration.FromDays(2));

        await using var db = shop.Store.Db();
        var given = await db.Set<GivenInput>().SingleAsync();
        var kept = await db.Set<Storefront.Features.Attachments.Attachment>().SingleAsync();
        Assert.Equal((key.Id, given.Id), (kept.ProjectId!.Value, kept.GivenInputId!.Value));
        Assert.Single(await shop.EventsAsync(), name => name == "input-given");
    }

    [Fact]
    public async Task TEC_07_A_second_revision_an_approval_after_suspension_and_skipped_or_repeated_stages_are_refused()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "tecnosoluciones");
        var key = await PaidAsync(shop);
        Assert.IsType<StageNotBegun>((await shop.ApproveAsync(key)).Refusal);
        Assert.IsType<StageNotBegun>((await shop.FinishAsync(key, "opening")).Refusal);
        await BuiltAsync(shop, key);
        Assert.IsType<StageAlreadyOver>((await shop.FinishAsync(key, "build")).Refusal);
        Assert.IsType<RevisionCommentsMissing>((await shop.ReviseAsync(key, "")).Refusal);
        Assert.Null((await shop.ReviseAsync(key, "The logo larger.", "once")).Refusal);
        Assert.Null((await shop.ReviseAsync(key, "The logo larger.", "once")).Refusal);
        Assert.IsType<NotYourTurn>((await shop.ApproveAsync(key)).Refusal);
        Assert.Null((await shop.Get<FinishCorrections>().HandleAsync(key, null, shop.Staff, default)).Refusal);
        Assert.Equal(new NoRevisionLeft(1), (await shop.ReviseAsync(key, "And blue.")).Refusal);

        await shop.MoveAsync(Duration.FromDays(60));
        Assert.IsType<ProjectStandsStill>((await shop.ApproveAsync(key)).Refusal);
        Assert.Null((await shop.Get<ResumeProject>().HandleAsync(key, "They are back.", shop.Staff, default)).Refusal);
        Assert.Null((await shop.ApproveAsync(key)).Refusal);
        Assert.IsType<StageAlreadyOver>((await shop.ApproveAsync(key)).Refusal);
    }

    [Fact]
    public async Task TEC_09_Access_waits_for_the_whole_payment_is_shown_once_and_leaves_a_receipt()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "tecnosoluciones");
        var key = await PaidAsync(shop);
        await BuiltAsync(shop, key);
        Assert.IsType<StageNotBegun>((await HandOverAsync(shop, key)).Refusal);
        await shop.ApproveAsync(key);
        await shop.PayAsync(key, 50);
        Assert.IsType<BalanceDue>((await HandOverAsync(shop, key)).Refusal);
        await shop.PayAsync(key);
        Assert.IsType<NotFound>((await HandOverAsync(shop, key, shop.Customer)).Refusal);
        Assert.Null((await HandOverAsync(shop, key)).Refusal);
        Assert.Null((await HandOverAsync(shop, key)).Refusal);
        Assert.DoesNotContain(await shop.MailsAsync(), mail => mail.Body.Contains("s3cret", StringComparison.Ordinal));

        await using var db = shop.Store.Db();
        var access = await db.Set<ProjectAccess>().AsNoTracking().SingleAsync();
        var reveal = shop.Get<RevealAccess>();
        var stranger = shop.As(MemberRole.Owner, await shop.Store.OpenAccountAsync("Otra"));
        Assert.IsType<NotFound>((await reveal.HandleAsync(key.Id, access.Id, stranger, default)).Refusal);
        Assert.IsType<ReadOnlyMember>((await reveal.HandleAsync(key.Id, access.Id, shop.As(MemberRole.Viewer), default)).Refusal);
        var shown = (await reveal.HandleAsync(key.Id, access.Id, shop.Customer, default)).Value;
        Assert.Equal(("Panel", "admin", "s3cret"), (shown.Name, shown.UserName, shown.Secret));
        Assert.Equal(new AccessAlreadySeen(shop.Now), (await reveal.HandleAsync(key.Id, access.Id, shop.Customer, default)).Refusal);
        var receipt = await db.Set<ProjectAccess>().AsNoTracking().SingleAsync();
        Assert.Equal((0, shop.Now, shop.Customer.UserId), (receipt.Content.Length, receipt.SeenAt, receipt.SeenBy!.Value));
    }

    [Fact]
    public async Task TEC_10_The_customer_books_the_workshop_in_opening_hours_within_its_two_weeks()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "tecnosoluciones");
        var key = await PaidAsync(shop);
        await BuiltAsync(shop, key);
        await shop.ApproveAsync(key);
        var open = shop.Handbook.Calendar.NextOpening(shop.Handbook.Calendar.AddBusinessDays(shop.Now, 2));
        Assert.IsType<MeetingTooLate>((await shop.BookAsync(key, "workshop", shop.Now + Duration.FromDays(16), 60, shop.Customer)).Refusal);
        Assert.IsType<MeetingLengthNotValid>((await shop.BookAsync(key, "workshop", open, 241, shop.Customer)).Refusal);
        Assert.IsType<MeetingTimeNotOffered>((await shop.BookAsync(key, "workshop", open + Duration.FromHours(13), 60, shop.Customer)).Refusal);
        Assert.IsType<MeetingInThePast>((await shop.BookAsync(key, "workshop", shop.Now, 60, shop.Customer)).Refusal);
        Assert.Null((await shop.BookAsync(key, "workshop", open, 60, shop.Customer)).Refusal);
        Assert.Null((await shop.BookAsync(key, "workshop", open, 60, shop.Customer)).Refusal);
        Assert.Single(await shop.EventsAsync(), name => name == "meeting-booked");
    }

    [Fact]
    public async Task TEC_06_Another_day_is_given_with_its_reason_and_told_by_mail()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "tecnosoluciones");
        var key = await PaidAsync(shop);
        await shop.GiveAllAsync(key);
        await shop.VerifyAsync(key);
        await shop.MoveBusinessDaysAsync(2);
        var day = (await shop.ShowAsync(key)).ExpectedOn!.Value.PlusDays(7);
        var announce = shop.Get<AnnounceDay>();
        Assert.IsType<ProjectReasonMissing>((await announce.HandleAsync(key, "build", day, "", shop.Staff, default)).Refusal);
        Assert.IsType<DayInThePast>((await announce.HandleAsync(key, "build", new LocalDate(2020, 1, 1), "Late", shop.Staff, default)).Refusal);
        Assert.Null((await announce.HandleAsync(key, "build", day, "Two of us are ill.", shop.Staff, default)).Refusal);
        Assert.Equal(day, (await shop.ShowAsync(key)).ExpectedOn);
        Assert.Single(await shop.MailsAsync(), mail => mail.Body.Contains("Two of us are ill.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_others_have_is_not_found_and_notes_among_staff_leave_no_trace()
    {
        await using var shop = await ProjectShop.CreateAsync(DatabaseKind.Sqlite, "tecnosoluciones");
        var key = await PaidAsync(shop);
        var before = (await shop.EventsAsync()).Count;
        var stranger = shop.As(MemberRole.Owner, await shop.Store.OpenAccountAsync("Otra"));
        Assert.IsType<NotFound>((await shop.Get<ApproveProject>().HandleAsync(key.Id, stranger, default)).Refusal);
        Assert.IsType<ReadOnlyMember>((await shop.Get<ApproveProject>().HandleAsync(key.Id, shop.As(MemberRole.Viewer), default)).Refusal);
        Assert.Null((await shop.Get<AddProjectNote>().HandleAsync(key, "Be careful here.", shop.Staff, default)).Refusal);
        Assert.Equal(before, (await shop.EventsAsync()).Count);
    }

    private static async Task<ProjectKey> PaidAsync(ProjectShop shop)
    {
        var key = await shop.OrderAsync("cms");
        await shop.PayAsync(key);
        return key;
    }

    private static async Task BuiltAsync(ProjectShop shop, ProjectKey key)
    {
        await shop.GiveAllAsync(key);
        Assert.Null((await shop.VerifyAsync(key)).Refusal);
        await shop.MoveBusinessDaysAsync(3);
        await shop.WorkAsync(key, "build");
    }

    private static Task<Result<Project>> HandOverAsync(ProjectShop shop, ProjectKey key, Storefront.Hosting.Viewers.Viewer? by = null) =>
        shop.Get<HandOverAccess>().HandleAsync(
            key, new AccessInput("Panel", "https://panel.example", "admin", "s3cret", "panel"), completes: true, by ?? shop.Staff, CancellationToken.None);

    private static string ProjectText(Project project) => Storefront.Tests.Domain.Projects.ProjectText.Of(project.State with { Id = default });
}
