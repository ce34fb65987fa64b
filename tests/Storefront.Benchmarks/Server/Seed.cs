using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Benchmarks.Server;

/// <summary>One account on a plan, with an owner, its token and tickets that it opened.</summary>
internal static class Seed
{
    private const int Tickets = 25;

    /// <returns>The token's text.</returns>
    public static async Task<string> RunAsync(IServiceProvider services)
    {
        var token = ApiTokenText.Create();
        var user = Person("Ana Rojas", "ana@tienda.example", services.GetRequiredService<BusinessClock>().GetCurrentInstant());
        var account = Opened(await OpenAsync(services, user, token));
        var viewer = new Viewer(user.Id, user.DisplayName, user.Email!, IsStaff: false, account, MemberRole.Owner, Language: null, Token: null);
        var openTicket = services.GetRequiredService<OpenTicket>();
        for (var number = 1; number <= Tickets; number++)
        {
            Opened(await openTicket.HandleAsync(Ticket(number), viewer, CancellationToken.None));
        }

        return token;
    }

    /// <summary>One more account on a plan, whose owner has one ticket.</summary>
    /// <returns>The ticket's number.</returns>
    public static async Task<int> AddCustomerAsync(IServiceProvider services, string email)
    {
        var user = Person("Ana Rojas", email, services.GetRequiredService<BusinessClock>().GetCurrentInstant());
        var account = Opened(await OpenAsync(services, user, ApiTokenText.Create()));
        var viewer = new Viewer(user.Id, user.DisplayName, user.Email!, IsStaff: false, account, MemberRole.Owner, Language: null, Token: null);
        return Opened(await services.GetRequiredService<OpenTicket>().HandleAsync(Ticket(number: 2), viewer, CancellationToken.None)).Number;
    }

    /// <summary>Somebody who works on the desk.</summary>
    public static async Task AddStaffAsync(IServiceProvider services, string email)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = Person("Vera Soto", email, services.GetRequiredService<BusinessClock>().GetCurrentInstant());
        foreach (var done in (IdentityResult[])[await users.CreateAsync(user), await users.AddToRoleAsync(user, Role.Staff)])
        {
            if (!done.Succeeded)
            {
                throw new InvalidOperationException(done.ToString());
            }
        }
    }

    private static Task<Result<AccountId>> OpenAsync(IServiceProvider services, User user, string token) =>
        services.GetRequiredService<AccountTransactions>().OpenAsync<AccountId>(
            at => new Account
            {
                Id = AccountId.New(at),
                Name = "Tienda Ñandú",
                House = "flunt",
                Language = "es-CL",
                TimeZone = "America/Santiago",
                CreatedAt = at,
            },
            async (scope, cancellationToken) =>
            {
                scope.Db.Add(user);
                scope.Db.Add(new Member { AccountId = scope.AccountId, Id = MemberId.New(scope.Now), UserId = user.Id, Role = MemberRole.Owner, JoinedAt = scope.Now });
                scope.Db.Add(TokenOf(user, scope.AccountId, token, scope.Now));
                var order = OrderOf(services.GetRequiredService<Handbook>(), user, scope.AccountId, scope.Now);
                scope.Db.Add(order);
                var started = await services.GetRequiredService<SubscriptionLifecycle>().StartAsync(scope, order, new FirstPayment($"benchmark-{scope.AccountId.Value:N}"), cancellationToken);
                return started.Map(_ => scope.AccountId);
            },
            CancellationToken.None);

    private static T Opened<T>(Result<T> result) => result.IsRefused ? throw new InvalidOperationException(result.Refusal!.Code) : result.Value;

    private static OpenTicketInput Ticket(int number) => new(
        $"El carro no suma el despacho a región ({number})",
        "Desde esta mañana.",
        "support",
        number % 2 == 0 ? Urgency.High : Urgency.Low,
        number % 3 == 0 ? Impact.High : Impact.Low,
        Platform: null,
        ScheduleForNextPeriod: false,
        Attachments: [],
        IdempotencyKey: null);

    private static User Person(string name, string email, Instant now) => new()
    {
        Id = new UserId(Guid.CreateVersion7(now.ToDateTimeOffset())),
        DisplayName = name,
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        SecurityStamp = "benchmark",
    };

    private static ApiToken TokenOf(User user, AccountId account, string text, Instant now) => new()
    {
        Id = ApiTokenId.New(now),
        AccountId = account,
        UserId = user.Id,
        Name = "Benchmark",
        Hash = ApiTokenText.Hash(text),
        Scopes = string.Join(' ', ApiScopes.CustomerAreas.Select(area => ApiScopes.Scope(area, ApiScopes.Read))),
        CreatedAt = now,
    };

    private static Order OrderOf(Handbook handbook, User user, AccountId account, Instant now)
    {
        var price = handbook.Plans.PriceOf("business", BillingInterval.Month, Currency.Clp).Value;
        return new Order
        {
            AccountId = account,
            Id = OrderId.New(now),
            Reference = $"benchmark-{account.Value:N}",
            PlanKey = "business",
            Interval = BillingInterval.Month,
            HandbookVersion = handbook.Version.Hash,
            Net = price.Amount,
            Tax = price.Tax,
            Total = price.Total,
            PaymentMethod = "stripe",
            Status = OrderStatus.Paid,
            OrderedBy = user.Id,
            OrderedAt = now,
        };
    }
}
