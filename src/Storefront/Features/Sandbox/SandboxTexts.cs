namespace Storefront.Features.Sandbox;

/// <summary>Marks the texts of the sandbox's mailbox and clock.</summary>
public sealed class SandboxTexts;
