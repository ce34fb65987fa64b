using Storefront.Hosting;

namespace Storefront.Store.Outbox;

/// <summary>E-mail, by SMTP where it is configured and into the mailbox otherwise.</summary>
public static class OutboxFeature
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddSingleton<IOutbox, MailOutbox>();
        services.AddSingleton<IMailTransport>(settings.Smtp is { } smtp ? new SmtpTransport(smtp) : new SandboxMailbox());
        return services.AddDueWork<SendMail>(MailOutbox.DueWorkKind);
    }
}
