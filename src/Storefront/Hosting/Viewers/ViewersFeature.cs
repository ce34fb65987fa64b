using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Storefront.Features.Accounts;

namespace Storefront.Hosting.Viewers;

/// <summary>Sign-in by cookie and by token, and who may go where.</summary>
public static class ViewersFeature
{
    /// <summary>The cookie of who has signed in.</summary>
    public const string SessionCookie = "session";

    private const string CookieOrToken = "CookieOrToken";

    public static IServiceCollection AddViewers(this IServiceCollection services)
    {
        services.AddScoped<CurrentViewer>();
        services.AddSingleton<ViewerResolver>();
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormAccount>();
        services.Configure<MvcOptions>(options => options.Filters.Add<FormOfAnotherAccount>());
        services.AddSingleton<TokenUses>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenUses>());
        services.AddIdentity<User, Role>(ConfigureIdentity).AddUserStore<UserStore>().AddRoleStore<RoleStore>().AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(ConfigureCookie);
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ApiTokenAuthentication>(ApiTokenAuthentication.SchemeName, configureOptions: null)
            .AddPolicyScheme(CookieOrToken, displayName: null, options => options.ForwardDefaultSelector = SchemeOf);
        services.PostConfigure<AuthenticationOptions>(options =>
        {
            options.DefaultAuthenticateScheme = CookieOrToken;
            options.DefaultChallengeScheme = CookieOrToken;
            options.DefaultForbidScheme = CookieOrToken;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Staff, policy => policy.RequireRole(Role.Staff));
        return services;
    }

    public static WebApplication UseViewers(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<SessionViewer>();
        app.UseAuthorization();
        app.UseMiddleware<AccountChoice>();
        return app;
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.SignIn.RequireConfirmedEmail = true;
        options.User.RequireUniqueEmail = true;

        // People sign in with their mail address, whose letters can be of any language.
        options.User.AllowedUserNameCharacters = "";
        options.Password = new PasswordOptions
        {
            RequiredLength = PasswordRules.Length,
            RequiredUniqueChars = PasswordRules.DifferentCharacters,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = SessionCookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/sign-out";
        options.AccessDeniedPath = "/error/403";
        options.ReturnUrlParameter = "returnTo";
        var (login, denied) = (options.Events.OnRedirectToLogin, options.Events.OnRedirectToAccessDenied);
        options.Events.OnRedirectToLogin = context => IsForPrograms(context.Request) ? Answer(context.Response, 401) : login(context);
        options.Events.OnRedirectToAccessDenied = context => IsForPrograms(context.Request) ? Answer(context.Response, 403) : denied(context);
    }

    /// <summary>Tokens count where programs ask. Pages take sessions only: they know nothing of scopes.</summary>
    private static string SchemeOf(HttpContext context) =>
        ShowsToken(context.Request)
            ? ApiTokenAuthentication.SchemeName
            : IdentityConstants.ApplicationScheme;

    internal static bool ShowsToken(HttpRequest request) => IsForPrograms(request) && ApiTokenAuthentication.HasToken(request);

    private static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/attachments", StringComparison.OrdinalIgnoreCase);

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
