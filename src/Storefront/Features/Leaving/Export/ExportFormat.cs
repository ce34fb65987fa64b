using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Inbound;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Leaving.Export;

/// <summary>
/// How rows are written for who takes them along: what is stored and nothing that is computed of it, without bytes, which are files of their
/// own or secrets, and without what is staff's.
/// </summary>
public sealed class ExportFormat(IDbContextFactory<StorefrontDb> contexts)
{
    private static readonly HashSet<(Type, string)> Withheld =
    [
        (typeof(Account), nameof(Account.IsDelicate)),
        (typeof(Account), nameof(Account.FoldedName)),
        (typeof(Account), nameof(Account.NextStaffSequence)),
        (typeof(Ticket), nameof(Ticket.FoldedSubject)),
        (typeof(InboundMessage), nameof(InboundMessage.LastError)),
        (typeof(MessagingLink), nameof(MessagingLink.CodeHash)),
        (typeof(PaymentRefund), nameof(PaymentRefund.Reason)),
        (typeof(PendingPlanChange), nameof(PendingPlanChange.LastError)),
    ];

    private readonly Lazy<JsonSerializerOptions> options = new(() => Create(contexts));

    /// <summary>A row as an object, its members in the order of the table.</summary>
    public JsonObject Write(object row) => JsonSerializer.SerializeToNode(row, row.GetType(), options.Value)!.AsObject();

    /// <summary>A line of a table for spreadsheets (RFC 4180), its end included.</summary>
    public static string Line(IEnumerable<string> fields) => new StringBuilder().AppendJoin(',', fields.Select(Field)).Append("\r\n").ToString();

    public static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static string Field(string text)
    {
        // What begins like a formula is shown, not computed; numbers may begin with a minus.
        var safe = text.Length > 0 && ("=+@\t\r".Contains(text[0], StringComparison.Ordinal) || (text is ['-', not (>= '0' and <= '9'), ..])) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static JsonSerializerOptions Create(IDbContextFactory<StorefrontDb> contexts)
    {
        using var db = contexts.CreateDbContext();
        var resolver = new DefaultJsonTypeInfoResolver();
        var model = db.Model;
        resolver.Modifiers.Add(type => Keep(type, model));
        return new JsonSerializerOptions(StoreJson.Options) { TypeInfoResolver = resolver };
    }

    private static void Keep(JsonTypeInfo type, IModel model)
    {
        if (type.Kind != JsonTypeInfoKind.Object || (type.Type != typeof(Money) && model.FindEntityType(type.Type) is null))
        {
            return;
        }

        HashSet<string> stored = model.FindEntityType(type.Type) is { } entity
            ? [.. entity.GetProperties().Select(property => property.Name), .. entity.GetComplexProperties().Select(property => property.Name)]
            : [nameof(Money.MinorUnits), nameof(Money.Currency)];
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            var member = (type.Properties[index].AttributeProvider as System.Reflection.MemberInfo)?.Name ?? "";
            if (!stored.Contains(member) || Withheld.Contains((type.Type, member)) || type.Properties[index].PropertyType == typeof(byte[]))
            {
                type.Properties.RemoveAt(index);
            }
        }
    }
}
