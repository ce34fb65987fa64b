using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Store.Outbox;

namespace Storefront.Features.Sandbox;

/// <summary>The sandbox's mailbox: everything that would have been sent, its links ready to be followed.</summary>
public sealed class MailModel(MailboxReader mailbox) : PageModel
{
    public IReadOnlyList<MailRow> Mails { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Mails = await mailbox.ListAsync(cancellationToken);

    /// <summary>The lines that are not empty; one that is an address is a link.</summary>
    internal static IEnumerable<(string Text, bool IsLink)> Lines(string body) => body
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => (line, line.StartsWith("http://", StringComparison.Ordinal) || line.StartsWith("https://", StringComparison.Ordinal)));
}
