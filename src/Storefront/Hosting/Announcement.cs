using Storefront.Domain.Houses;
using Storefront.Features.Accounts;
using Storefront.Store.Seeding;

namespace Storefront.Hosting;

/// <summary>What the console says once the program listens: where it is and, in the sandbox, how to try it.</summary>
public static class Announcement
{
    private const string TryIt = "{ account { name hourBalance { availableMinutes } } }";

    public static WebApplication AnnounceStart(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<StorefrontSettings>();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var root = app.Services.GetRequiredService<OwnAddress>().Root;
            Console.WriteLine($"{app.Services.GetRequiredService<Handbook>().House.Name} is open at {root.AbsoluteUri.TrimEnd('/')}");
            if (settings.IsSandbox)
            {
                Console.WriteLine(Sandbox(root, settings.HasDemo ? app.Services.GetRequiredService<DemoSignIns>() : null));
            }

            if (settings.HasDemo)
            {
                _ = TellWhenReadyAsync(app.Services.GetRequiredService<DemoProgress>(), app.Lifetime.ApplicationStopping);
            }
        });
        return app;
    }

    private static string Sandbox(Uri root, DemoSignIns? people) => people is null
        ? $"A sandbox: no money and no mail is real. Mailbox {new Uri(root, "sandbox/mail")}, clock {new Uri(root, "sandbox/clock")}."
        : $$"""

          A sandbox: no money and no mail is real.
            Mailbox    {{new Uri(root, "sandbox/mail")}}
            Clock      {{new Uri(root, "sandbox/clock")}}

          Sign in with the password {{DemoSignIns.Password}}
            customer   {{people.Customer.Email}}
            another    {{people.Other.Email}}
            staff      {{people.Staff.Email}}

          Ask the API
            curl {{new Uri(root, "graphql")}} -H "Authorization: Bearer {{DemoSignIns.CustomerToken}}" -H "Content-Type: application/json" -d '{"query":"{{TryIt}}"}'

          """;

    private static async Task TellWhenReadyAsync(DemoProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            await progress.SettledAsync(cancellationToken);
            Console.WriteLine(progress.Stage == DemoStage.Ready ? "The demo is ready. Ctrl+C stops." : "The demo could not be made; the log says why.");
        }
        catch (OperationCanceledException)
        {
            // Stopped before it was ready: there is nothing to say.
        }
    }
}
