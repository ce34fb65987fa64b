using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;
using Storefront.Tests.Support;

namespace Storefront.Tests.Store;

public class OutboxTests
{
    private static readonly Mail Welcome = new("ana@example.com", "Bienvenida", "Hola, Ana.", "es-CL");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mail_goes_out_after_what_it_tells_of_is_true(DatabaseKind kind)
    {
        var transport = new Transport();
        await using var store = await TestStore.CreateAsync(kind, services => services.AddSingleton<IMailTransport>(transport));

        await store.Get<IOutbox>().EnqueueAsync(Welcome, CancellationToken.None);
        Assert.Empty(transport.Sent);
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        Assert.Equal(("ana@example.com", "Bienvenida", "Hola, Ana."), Assert.Single(transport.Sent));
        await using var db = store.Db();
        var mail = await db.Set<MailRow>().SingleAsync();
        Assert.Equal(TestStore.Start, mail.SentAt);
        Assert.Equal("", mail.Body);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_refused_sends_no_mail(DatabaseKind kind)
    {
        var transport = new Transport();
        await using var store = await TestStore.CreateAsync(kind, services => services.AddSingleton<IMailTransport>(transport));

        await store.Transactions.RunAsync<Done>(
            async (scope, token) =>
            {
                await store.Get<IOutbox>().EnqueueAsync(scope, Welcome, token);
                return new NotFound("sample");
            },
            CancellationToken.None);
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        Assert.Empty(transport.Sent);
    }

    [Theory, OnSqlite]
    public async Task A_mail_that_the_server_does_not_take_is_tried_again(DatabaseKind kind)
    {
        var transport = new Transport { Fails = true };
        await using var store = await TestStore.CreateAsync(kind, services => services.AddSingleton<IMailTransport>(transport));
        await store.Get<IOutbox>().EnqueueAsync(Welcome, CancellationToken.None);
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        transport.Fails = false;
        await using var db = store.Db();
        Assert.Equal("No room.", (await db.Set<DueWorkRow>().SingleAsync()).LastError);
        await db.Set<DueWorkRow>().ExecuteUpdateAsync(row => row.SetProperty(work => work.HeldUntil, Instant.FromUtc(2020, 1, 1, 0, 0)));
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        Assert.Single(transport.Sent);
    }

    [Theory, OnSqlite]
    public async Task The_sandbox_keeps_its_mail_to_be_read(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await store.Get<IOutbox>().EnqueueAsync(Welcome, CancellationToken.None);
        await store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        await using var db = store.Db();
        var mail = await db.Set<MailRow>().SingleAsync();
        Assert.Equal(("Hola, Ana.", TestStore.Start), (mail.Body, mail.SentAt));
    }

    private sealed class Transport : IMailTransport
    {
        public List<(string To, string Subject, string Body)> Sent { get; } = [];

        public bool Fails { get; set; }

        public bool KeepsText => false;

        public Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new System.Net.Mail.SmtpException("No room.");
            }

            Sent.Add((letter.Mail.To, letter.Mail.Subject, letter.Body));
            return Task.CompletedTask;
        }
    }
}
