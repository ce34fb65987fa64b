using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Desk.Lists;

/// <summary>Which tickets a list or a board shows, as its address says.</summary>
public sealed record DeskListQuery
{
    /// <summary>Somebody who is not a member of staff's id: the reader.</summary>
    public const string Me = "me";

    /// <summary>Nobody.</summary>
    public const string Nobody = "nobody";

    private const int LongestSearch = 200;
    private const int LastPage = 10_000;

    [FromQuery(Name = "show")]
    public DeskFilter Show { get; init; }

    [FromQuery(Name = "status")]
    public TicketStatus? Status { get; init; }

    /// <summary>Key of a class.</summary>
    [FromQuery(Name = "class")]
    public string? Class { get; init; }

    /// <summary>Key of a plan.</summary>
    [FromQuery(Name = "plan")]
    public string? Plan { get; init; }

    /// <summary><see cref="Me"/>, <see cref="Nobody"/> or the id of a member of staff.</summary>
    [FromQuery(Name = "assignee")]
    public string? Assignee { get; init; }

    [FromQuery(Name = "account")]
    public Guid? Account { get; init; }

    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    [FromQuery(Name = "order")]
    public DeskOrder Order { get; init; }

    /// <summary>The page, from 0.</summary>
    [FromQuery(Name = "at")]
    public int At { get; init; }

    public bool IsSearch => !string.IsNullOrWhiteSpace(Search);

    /// <summary>Whether anything beyond the chosen view narrows the list.</summary>
    public bool IsNarrowed => IsSearch || Status is not null || HasText(Class) || HasText(Plan) || HasText(Assignee) || Account is not null;

    /// <summary>Whose tickets are looked for; null for anybody's.</summary>
    public UserId? AssigneeOf(UserId viewer) => Assignee == Me ? viewer : Guid.TryParse(Assignee, out var id) ? new UserId(id) : null;

    /// <summary>Without what no list could show.</summary>
    public DeskListQuery Bounded() => this with
    {
        Search = Search is { Length: > LongestSearch } ? Search[..LongestSearch] : Search,
        At = Math.Clamp(At, 0, LastPage),
        Show = Enum.IsDefined(Show) ? Show : DeskFilter.Open,
        Order = Enum.IsDefined(Order) ? Order : DeskOrder.Risk,
        Status = Status is { } status && Enum.IsDefined(status) ? status : null,
    };

    /// <summary>The address of a page with this in it; what is usual is left out.</summary>
    public string AddressOf(string path) => QueryHelpers.AddQueryString(path, Entries().Where(entry => HasText(entry.Value)).ToDictionary());

    private IEnumerable<KeyValuePair<string, string?>> Entries()
    {
        yield return new("show", Show == DeskFilter.Open ? null : $"{Show}");
        yield return new("status", $"{Status}");
        yield return new("class", Class);
        yield return new("plan", Plan);
        yield return new("assignee", Assignee);
        yield return new("account", $"{Account}");
        yield return new("q", Search);
        yield return new("order", Order == DeskOrder.Risk ? null : $"{Order}");
        yield return new("at", At == 0 ? null : At.ToString(CultureInfo.InvariantCulture));
    }

    private static bool HasText(string? text) => !string.IsNullOrWhiteSpace(text);
}
