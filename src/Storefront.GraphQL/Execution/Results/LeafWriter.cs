namespace Storefront.GraphQL.Execution.Results;

/// <summary>The short way for the specified scalars when a resolver gives the C# type that suits them; all else goes through the scalar.</summary>
internal static class LeafWriter
{
    public static bool TryWrite(ResultBuffer buffer, string scalar, object value)
    {
        switch (value)
        {
            case string text when scalar is "String" or "ID":
                buffer.WriteString(text);
                return true;
            case int number when scalar is "Int":
                buffer.WriteInteger(number);
                return true;
            case bool boolean when scalar is "Boolean":
                buffer.WriteBoolean(boolean);
                return true;
            default:
                return false;
        }
    }
}
