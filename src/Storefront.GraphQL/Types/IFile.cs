namespace Storefront.GraphQL.Types;

/// <summary>A file that came with a request. It is gone when the request has ended.</summary>
public interface IFile
{
    /// <summary>The name that the client states, perhaps with a path; empty when it states none.</summary>
    string Name { get; }

    /// <summary>The media type that the client states; null when it states none.</summary>
    string? ContentType { get; }

    /// <summary>Its length in bytes.</summary>
    long? Length { get; }

    /// <summary>Opens it from its beginning, each time anew; the stream can seek.</summary>
    Stream OpenReadStream();
}
