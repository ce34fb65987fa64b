using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.AspNetCore.Uploads;

/// <summary>The files of one request and the words that stand for them in its variables; both are gone when it ends.</summary>
internal sealed class RequestFiles : IDisposable
{
    private readonly List<UploadedFile> files = [];
    private readonly List<string> words = [];

    public int Count => files.Count;

    public long TotalSize => files.Sum(file => file.Length!.Value);

    /// <summary>Takes a file over.</summary>
    public void Add(UploadedFile file) => files.Add(file);

    /// <summary>Makes a file known.</summary>
    /// <returns>The word that stands for it.</returns>
    public string Offer(UploadedFile file)
    {
        var word = $"upload:{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16))}";
        words.Add(word);
        UploadType.Offer(word, file);
        return word;
    }

    public void Dispose()
    {
        words.ForEach(UploadType.Withdraw);
        files.ForEach(file => file.Dispose());
    }
}
