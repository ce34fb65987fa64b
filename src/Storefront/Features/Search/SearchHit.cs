using Storefront.Domain.Shared;

namespace Storefront.Features.Search;

/// <summary>A place at which the words are found.</summary>
/// <param name="AccountId">Whose ticket.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="MessageId">The message or the note; null for the subject alone.</param>
/// <param name="At">When it was written, in microseconds.</param>
/// <param name="IsNote">Whether it is a note among staff.</param>
/// <param name="Entry">Its entry of the index of messages, or of notes; later ones are higher.</param>
public sealed record SearchHit(AccountId AccountId, TicketId TicketId, TicketMessageId? MessageId, long At, bool IsNote, long Entry)
{
    /// <summary>Messages and notes by their time, each in the order of its index, so that a search can go on after the last of them.</summary>
    internal static IReadOnlyList<SearchHit> Merge(IReadOnlyList<SearchHit> messages, IReadOnlyList<SearchHit> notes, int most)
    {
        var merged = new List<SearchHit>(Math.Min(most, messages.Count + notes.Count));
        var (message, note) = (0, 0);
        while (merged.Count < most && (message < messages.Count || note < notes.Count))
        {
            var isNote = message == messages.Count || (note < notes.Count && notes[note].At > messages[message].At);
            merged.Add(isNote ? notes[note++] : messages[message++]);
        }

        return merged;
    }
}
