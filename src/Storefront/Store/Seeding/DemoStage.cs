namespace Storefront.Store.Seeding;

/// <summary>How far the sandbox's demonstration is.</summary>
public enum DemoStage
{
    /// <summary>There is none: it was switched off, or the data is somebody's own.</summary>
    None,

    /// <summary>Its history is being made; the business clock is in the past.</summary>
    Preparing,

    /// <summary>Everybody can sign in, and the clock shows the present.</summary>
    Ready,

    /// <summary>It broke off; the next start begins again.</summary>
    Failed,
}
