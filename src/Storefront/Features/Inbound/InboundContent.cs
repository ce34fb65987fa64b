using System.Text.Json;
using Storefront.Features.Inbound.Mime;

namespace Storefront.Features.Inbound;

/// <summary>What came in, as a person reads it.</summary>
/// <param name="Sender">Address in small letters, or digits of a number; empty when it says none.</param>
/// <param name="SenderName">As it calls itself.</param>
/// <param name="Subject">One line; empty where there is none.</param>
/// <param name="Text">Plain text without the history of earlier mails.</param>
/// <param name="Files">What came with it.</param>
/// <param name="Recipients">To whom it was sent.</param>
/// <param name="Answers">Ids of what it answers, the nearest first.</param>
/// <param name="MessageId">Under which it was sent; null when it has none.</param>
/// <param name="IsAutomatic">Whether a machine or a list sent it.</param>
/// <param name="IsAuthentic">Whether its sender is who it claims to be; null when nobody says.</param>
internal sealed record InboundContent(
    string Sender,
    string SenderName,
    string Subject,
    string Text,
    IReadOnlyList<InboundFile> Files,
    IReadOnlyList<(string Name, string Email)> Recipients,
    IReadOnlyList<string> Answers,
    string? MessageId,
    bool IsAutomatic,
    bool? IsAuthentic)
{
    /// <summary>What is inside a message, whatever it is.</summary>
    public static InboundContent Of(InboundMessage message) => message.Way == InboundWay.Email ? MimeMail.Read(message.Raw) : OfMessage(message.Raw);

    private static InboundContent OfMessage(byte[] raw)
    {
        var message = JsonSerializer.Deserialize<MessagingEvent>(raw, MessagingEvent.Options)!;
        var text = MimeDecoding.Clean(message.Text ?? "").Trim();
        return new InboundContent(
            string.Concat((message.From ?? "").Where(char.IsAsciiDigit)),
            MimeDecoding.ToHeader(message.Name ?? ""),
            text.Split('\n')[0].Trim(),
            text,
            [.. (message.Files ?? []).Select(file => new InboundFile(file.Name ?? "file", MimeDecoding.Decode(file.Content ?? "", "base64")))],
            [],
            [],
            message.Id,
            IsAutomatic: false,
            IsAuthentic: null);
    }
}

/// <summary>A file that came with a message.</summary>
internal sealed record InboundFile(string Name, byte[] Bytes);

/// <summary>A message as the house's messaging service sends it to us.</summary>
/// <param name="Id">Its own id of the message.</param>
/// <param name="From">The sender's number.</param>
/// <param name="Name">The sender's name, if it is known.</param>
/// <param name="Text">What it says.</param>
/// <param name="Files">What came with it.</param>
internal sealed record MessagingEvent(string? Id, string? From, string? Name, string? Text, IReadOnlyList<MessagingFile>? Files)
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };
}

/// <param name="Name">As it is called.</param>
/// <param name="Content">In base 64.</param>
internal sealed record MessagingFile(string? Name, string? Content);
