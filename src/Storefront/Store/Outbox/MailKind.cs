using Storefront.Domain.Houses;

namespace Storefront.Store.Outbox;

/// <summary>What an e-mail is about: what its reader can decide on.</summary>
public enum MailKind
{
    /// <summary>Signing in, passwords, and whatever has no kind of its own.</summary>
    Account,

    /// <summary>Payments, receipts and invoices.</summary>
    Receipt,

    /// <summary>A meeting that was agreed, moved or called off.</summary>
    Meeting,

    /// <summary>A ticket arrived, and its number.</summary>
    TicketReceived,

    /// <summary>The house wrote on a ticket.</summary>
    TicketReplied,

    /// <summary>A ticket was resolved.</summary>
    TicketResolved,

    /// <summary>A quote is to be decided, or ran out.</summary>
    Quote,

    /// <summary>How a month went, and what is left of the hours.</summary>
    HoursReport,

    /// <summary>What the customer has to do for its project, lest it stand still.</summary>
    ProjectAction,

    /// <summary>How a project goes: another expected day, delivered, completed.</summary>
    Project,

    /// <summary>What came in a day, in one mail.</summary>
    Digest,
}

/// <summary>When the mails of a kind are sent.</summary>
public enum MailTiming
{
    /// <summary>As they come.</summary>
    AtOnce,

    /// <summary>Together, once a day.</summary>
    Daily,

    /// <summary>Never.</summary>
    Off,
}

/// <summary>What holds of kinds of mail for everybody.</summary>
public static class MailKinds
{
    /// <summary>What a person can put off or switch off, in the order it is shown.</summary>
    public static IReadOnlyList<MailKind> Optional { get; } =
        [MailKind.TicketReceived, MailKind.TicketReplied, MailKind.TicketResolved, MailKind.Quote, MailKind.Project, MailKind.HoursReport];

    /// <summary>What is always sent, in the order it is shown.</summary>
    public static IReadOnlyList<MailKind> Always { get; } = [MailKind.Account, MailKind.Receipt, MailKind.Meeting, MailKind.ProjectAction];

    public static bool IsOptional(this MailKind kind) => !Always.Contains(kind) && kind != MailKind.Digest;

    /// <summary>Whether there is ever one of the kind: a house without packages has no projects to write about.</summary>
    public static bool IsSentBy(this MailKind kind, Handbook handbook) =>
        handbook.Packages.Count > 0 || kind is not (MailKind.Project or MailKind.ProjectAction);

    /// <summary>
    /// Whether it is sent in quiet hours too: what cannot be switched off, the day's mail, whose time its reader chose, and the number of a ticket,
    /// which answers what the reader has just done. Beside these, what is said of a ticket of the most severe class.
    /// </summary>
    public static bool IsUrgent(this MailKind kind) => !kind.IsOptional() || kind == MailKind.TicketReceived;
}
