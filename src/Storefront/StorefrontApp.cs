using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Features.Credentials;
using Storefront.Features.Dashboard;
using Storefront.Features.Desk;
using Storefront.Features.Drafts;
using Storefront.Features.Entitlements;
using Storefront.Features.Explorer;
using Storefront.Features.Help;
using Storefront.Features.Invoices;
using Storefront.Features.Leaving;
using Storefront.Features.Meetings;
using Storefront.Features.Members;
using Storefront.Features.Notifications;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Payments.Renewals;
using Storefront.Features.Projects;
using Storefront.Features.Sandbox;
using Storefront.Features.Search;
using Storefront.Features.Shared;
using Storefront.Features.Status;
using Storefront.Features.Subscriptions;
using Storefront.Features.Templates;
using Storefront.Features.Tickets;
using Storefront.GraphQL.AspNetCore;
using Storefront.Hosting;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront;

/// <summary>The table of contents: what the program consists of, and in which order a request passes through it.</summary>
public static class StorefrontApp
{
    /// <summary>Builds the program from its command line, without touching the database.</summary>
    /// <param name="args">The command line; see <see cref="CommandLine"/>.</param>
    /// <param name="configure">Changes to configuration and logging, before the settings are read.</param>
    /// <param name="replace">Replaces services last of all; tests bring their own clock.</param>
    /// <exception cref="StartRefusedException">Options, settings or handbook are wrong or incomplete.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? replace = null)
    {
        var commandLine = CommandLine.Parse(args);
        var builder = WebApplication.CreateBuilder(commandLine.ToApplicationOptions());
        builder.Configuration.AddInMemoryCollection(commandLine.Settings);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        configure?.Invoke(builder);
        var settings = StorefrontSettings.Read(builder.Configuration, builder.Environment);
        StoreFeature.BeginModel(settings);
        builder.AddStorefront(settings);
        replace?.Invoke(builder.Services);
        return builder.Build();
    }

    public static WebApplicationBuilder AddStorefront(this WebApplicationBuilder builder, StorefrontSettings settings)
    {
        var services = builder.Services;
        var handbook = Handbooks.Load(settings.House);
        services.AddSingleton(settings);
        services.AddSingleton(handbook);
        services.AddSingleton(new Handbooks(handbook));
        services.AddStorefrontHosting(settings);
        services.AddStore(settings);
        services.AddOutbox(settings);
        services.AddLive(settings);

        // First of the features: conventions about pages that were set before it are lost.
        services.AddPages();
        services.AddSubscriptions();
        services.AddDashboard();
        services.AddCheckout();
        services.AddPayments(settings);
        services.AddPaymentNotices(handbook.Attachments);
        services.AddCredits();
        services.AddRefunds();
        services.AddRenewals();
        services.AddInvoices();
        services.AddTickets();
        services.AddProjects();
        services.AddDesk();
        services.AddSearch();
        services.AddStatus();
        services.AddHelp();
        services.AddTemplates();
        services.AddDrafts();
        services.AddCredentials();
        services.AddEntitlements();
        services.AddMeetings();
        services.AddNotifications();
        services.AddApi(builder.Environment, builder.Configuration, handbook.Attachments);
        services.AddExplorer();
        services.AddAccounts();
        services.AddMembers();
        services.AddLeaving();
        services.AddSandbox(settings);

        return builder;
    }

    public static WebApplication UseStorefront(this WebApplication app)
    {
        app.UseGraphQLStreams();
        app.UseStorefrontHosting();
        app.UsePages();
        app.UseSignIn();
        app.UseWebSockets();
        app.UseSandbox();

        app.MapHealth();
        app.MapPages();
        app.MapTickets();
        app.MapPayments();
        app.MapApi();
        app.MapSandbox();

        return app;
    }

    /// <summary>
    /// What has to be true before the first request, called once, before the server listens: the database is ready, and the way of a request is
    /// laid. Each takes about as long as the other and needs nothing of it, so they are done beside each other.
    /// </summary>
    /// <exception cref="StartRefusedException">The database belongs to another house or cannot be reached.</exception>
    public static async Task PrepareStorefrontAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        var preparation = app.Services.GetRequiredService<StorePreparation>();
        var store = Task.Run(() => preparation.RunAsync(cancellationToken), CancellationToken.None);
        var requests = Task.Run(app.UseStorefront, CancellationToken.None);
        await Task.WhenAll(store, requests);
    }
}
