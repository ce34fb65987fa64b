namespace Storefront.GraphQL.Execution.PersistedDocuments;

/// <summary>Documents that clients have sent with their hashes; the one that was asked for longest ago makes room.</summary>
internal sealed class AutomaticDocuments(int capacity, int maxBytes)
{
    private readonly Lock gate = new();
    private readonly Dictionary<DocumentHash, LinkedListNode<Entry>> documents = [];
    private readonly LinkedList<Entry> byUse = [];
    private long bytes;

    /// <summary>How many bytes the documents take.</summary>
    public long Bytes
    {
        get
        {
            lock (gate)
            {
                return bytes;
            }
        }
    }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return documents.Count;
            }
        }
    }

    public bool TryGet(DocumentHash hash, out ReadOnlyMemory<byte> document)
    {
        lock (gate)
        {
            if (!documents.TryGetValue(hash, out var node))
            {
                document = default;
                return false;
            }

            byUse.Remove(node);
            byUse.AddFirst(node);
            document = node.Value.Document;
            return true;
        }
    }

    /// <summary>Keeps a copy.</summary>
    public void Add(DocumentHash hash, ReadOnlySpan<byte> document)
    {
        lock (gate)
        {
            if (document.Length > maxBytes || documents.ContainsKey(hash))
            {
                return;
            }

            documents.Add(hash, byUse.AddFirst(new Entry(hash, document.ToArray())));
            bytes += document.Length;
            while (documents.Count > capacity || bytes > maxBytes)
            {
                var oldest = byUse.Last!.Value;
                byUse.RemoveLast();
                documents.Remove(oldest.Hash);
                bytes -= oldest.Document.Length;
            }
        }
    }

    private sealed record Entry(DocumentHash Hash, byte[] Document);
}
