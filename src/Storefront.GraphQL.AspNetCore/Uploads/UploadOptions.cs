namespace Storefront.GraphQL.AspNetCore.Uploads;

/// <summary>What a multipart request may bring (the GraphQL multipart request specification).</summary>
public sealed class UploadOptions
{
    /// <summary>Whether multipart requests are taken at all. Default: false.</summary>
    public bool Enabled { get; set; }

    /// <summary>The most files (inclusive). Default: 10.</summary>
    public int MaxFiles { get; set; } = 10;

    /// <summary>The largest file in bytes (inclusive). Default: 10 MiB.</summary>
    public long MaxFileSize { get; set; } = 10 * 1024 * 1024;

    /// <summary>What all files may take together in bytes (inclusive). Default: 30 MiB.</summary>
    public long MaxTotalSize { get; set; } = 30 * 1024 * 1024;

    /// <summary>Where files are kept while the request lasts; null (the default) for the system's folder of temporary files.</summary>
    public string? TemporaryFolder { get; set; }
}
