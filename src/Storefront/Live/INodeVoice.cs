namespace Storefront.Live;

/// <summary>Says something to all nodes of the database. There is none where one node is all there is.</summary>
public interface INodeVoice
{
    /// <param name="channel">Name of an <see cref="INodeChannel"/>.</param>
    /// <param name="messages">Each shorter than 8 000 bytes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task SayAsync(string channel, IReadOnlyList<string> messages, CancellationToken cancellationToken);
}
