namespace Storefront.Features.Inbound;

/// <summary>The texts of mail and messages that come in, and of third parties on tickets.</summary>
public sealed class InboundTexts;
