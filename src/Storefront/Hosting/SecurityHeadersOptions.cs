namespace Storefront.Hosting;

public sealed class SecurityHeadersOptions
{
    /// <summary>Origins that a form of ours may lead to by a redirect, such as a payment page: browsers check every hop.</summary>
    public IList<string> FormActions { get; } = [];
}
