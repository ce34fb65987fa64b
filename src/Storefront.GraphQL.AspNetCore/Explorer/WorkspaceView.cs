namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>What has the larger place, and on narrow screens the only one.</summary>
internal enum WorkspaceView
{
    /// <summary>Editor and results.</summary>
    Editor,

    /// <summary>The documentation.</summary>
    Documentation,
}
