namespace Storefront.GraphQL.Execution.PersistedDocuments;

/// <summary>Documents that clients name instead of sending them.</summary>
public sealed class PersistedDocumentOptions
{
    /// <summary>
    /// Whether a document that was sent once with its hash (<c>extensions.persistedQuery</c>) is kept, so that the hash alone does afterwards. Default: true.
    /// </summary>
    public bool EnableAutomatic { get; set; } = true;

    /// <summary>How many documents are kept that way at most, from 1. Default: 1 000.</summary>
    public int AutomaticCapacity { get; set; } = 1_000;

    /// <summary>How many bytes these may take together. Default: 4 MiB.</summary>
    public int AutomaticMaxBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Where the trusted documents are: a folder of <c>&lt;id&gt;.graphql</c> files, or a JSON file, either an object of documents by id or an Apollo
    /// manifest. Null (the default) for none.
    /// </summary>
    public string? TrustedDocumentsPath { get; set; }

    /// <summary>Of whom only trusted documents are executed. Default: nobody.</summary>
    public TrustedDocumentsRequirement RequireTrusted { get; set; }
}

/// <summary>Whom only trusted documents are executed for.</summary>
public enum TrustedDocumentsRequirement
{
    /// <summary>Nobody: any document is.</summary>
    Nobody,

    /// <summary>Clients of whom nothing is known but their address.</summary>
    Anonymous,

    /// <summary>Everybody.</summary>
    Everybody,
}
