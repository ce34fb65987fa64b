using Storefront.Features.Notifications;
using Storefront.Hosting;

namespace Storefront.Store.Outbox;

/// <summary>E-mail, by SMTP where it is configured and into the mailbox otherwise.</summary>
public static class OutboxFeature
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddSingleton<IOutbox, MailOutbox>();
        services.AddSingleton<IMailTransport>(provider => new MessagingTransport(
            settings.Smtp is { } smtp ? new SmtpTransport(smtp) : new SandboxMailbox(),
            settings.Inbound,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<MessagingTransport>>()));
        services.AddSingleton<UnsubscribeLinks>();
        services.AddSingleton<LetterWriter>();
        services.AddDueWork<SendDigest>(MailOutbox.DigestWorkKind);
        return services.AddDueWork<SendMail>(MailOutbox.DueWorkKind);
    }
}
