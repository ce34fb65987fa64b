using System.Net.Mail;

namespace Storefront.Hosting;

/// <summary>How mail and messages reach the program: what its callers sign with, and where mail is sent.</summary>
/// <param name="Secrets">With which callers sign; the first also marks the addresses of tickets. Several count while one is being replaced.</param>
/// <param name="Address">The house's address for tickets; its server takes what stands after a plus sign.</param>
/// <param name="MessagingAddress">The messaging service's address for what we send; null where there is none.</param>
public sealed record InboundSettings(IReadOnlyList<string> Secrets, MailAddress Address, Uri? MessagingAddress)
{
    /// <summary>The sandbox's, which takes mail of nobody else.</summary>
    public const string SandboxSecret = "sandbox-inbound-secret";

    private const int ShortestSecret = 16;

    internal static InboundSettings? Read(Func<string, string?> text, string house, bool isSandbox, List<string> problems)
    {
        var (secrets, address, messaging) = (text("Inbound:Secret"), text("Inbound:Address"), text("Inbound:Messaging"));
        if (secrets is null && address is null && messaging is null)
        {
            return isSandbox ? new InboundSettings([SandboxSecret], new MailAddress($"tickets@{house}.example"), null) : null;
        }

        var all = (secrets ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (all.Length == 0 || all.Any(secret => secret.Length < ShortestSecret))
        {
            problems.Add("Inbound__Secret is missing or shorter than 16 characters: with it mail and messages are signed.");
        }

        if (!MailAddress.TryCreate(address, out var own))
        {
            problems.Add($"Inbound__Address is not a mail address: {address}");
        }

        if (messaging is not null && !(Uri.TryCreate(messaging, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            problems.Add($"Inbound__Messaging is not an http or https address: {messaging}");
        }

        return own is null || all.Length == 0 ? null : new InboundSettings(all, own, messaging is null ? null : new Uri(messaging));
    }
}
