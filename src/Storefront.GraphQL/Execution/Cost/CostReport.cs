using System.Globalization;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution.Cost;

/// <summary>What <c>extensions.cost</c> says, under the names that public APIs use for it.</summary>
/// <param name="Requested">The estimate, by which the limits are kept.</param>
/// <param name="Used">What the answer cost; null when nothing was executed.</param>
/// <param name="MaxFieldCost">The limit on an operation's field cost.</param>
/// <param name="MaxTypeCost">The limit on its type cost.</param>
/// <param name="Budget">The client's budget; null when it has none.</param>
/// <param name="Available">What the client has left of it.</param>
internal sealed record CostReport(OperationCost Requested, OperationCost? Used, double MaxFieldCost, double MaxTypeCost, ClientBudget? Budget, double Available)
{
    /// <summary>Writes the response's <c>extensions</c> with their key.</summary>
    public void WriteExtensions(ResultBuffer buffer)
    {
        buffer.Write("\"extensions\":{\"cost\":{\"requestedQueryCost\":"u8);
        Write(buffer, Requested.Charge);
        if (Used is { } used)
        {
            buffer.Write(",\"actualQueryCost\":"u8);
            Write(buffer, used.Charge);
        }

        buffer.Write(",\"fieldCost\":"u8);
        Write(buffer, Requested.FieldCost);
        buffer.Write(",\"typeCost\":"u8);
        Write(buffer, Requested.TypeCost);
        buffer.Write(",\"maxFieldCost\":"u8);
        Write(buffer, MaxFieldCost);
        buffer.Write(",\"maxTypeCost\":"u8);
        Write(buffer, MaxTypeCost);
        if (Budget is not null)
        {
            buffer.Write(",\"throttleStatus\":{\"maximumAvailable\":"u8);
            Write(buffer, Budget.MaximumAvailable);
            buffer.Write(",\"currentlyAvailable\":"u8);
            Write(buffer, Math.Floor(Available));
            buffer.Write(",\"restoreRate\":"u8);
            Write(buffer, Budget.RestoreRate);
            buffer.Write((byte)'}');
        }

        buffer.Write("}}"u8);
    }

    private static void Write(ResultBuffer buffer, double number)
    {
        number = Math.Round(Math.Min(number, OperationCost.Most), 2);
        if (number == Math.Floor(number))
        {
            buffer.WriteInteger((long)number);
            return;
        }

        Span<char> text = stackalloc char[32];
        number.TryFormat(text, out var length, "0.##", CultureInfo.InvariantCulture);
        buffer.WriteAscii(new string(text[..length]));
    }
}
