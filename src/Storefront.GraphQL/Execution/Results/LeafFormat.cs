using System.Collections.Frozen;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Execution.Results;

/// <summary>Writes the C# type that suits a leaf type best, as that type's result coercion would.</summary>
internal abstract class LeafFormat<T>
{
    /// <returns>False when the type has no such value; nothing has been written then.</returns>
    public abstract bool TryWrite(ResultBuffer buffer, T value);
}

/// <summary>Finds a <see cref="LeafFormat{T}"/>.</summary>
internal static class LeafFormats
{
    /// <returns>A <see cref="LeafFormat{T}"/> of that C# type; null where values have to go through the leaf type's own coercion.</returns>
    public static object? Find(NamedType type, Type runtimeType) => type switch
    {
        StringType or IdType when runtimeType == typeof(string) => new StringFormat(),
        IntType when runtimeType == typeof(int) => new IntFormat(),
        LongType when runtimeType == typeof(long) => new LongFormat(),
        BooleanType when runtimeType == typeof(bool) => new BooleanFormat(),
        EnumType enumType when runtimeType.IsEnum && enumType.RuntimeType == runtimeType =>
            Activator.CreateInstance(typeof(EnumFormat<>).MakeGenericType(runtimeType), enumType),
        ScalarType { RuntimeType: { } scalarType } when scalarType == runtimeType
            && typeof(StringScalarType<>).MakeGenericType(runtimeType).IsInstanceOfType(type) =>
            Activator.CreateInstance(typeof(StringScalarFormat<>).MakeGenericType(runtimeType), type),
        _ => null,
    };

    private sealed class StringFormat : LeafFormat<string>
    {
        public override bool TryWrite(ResultBuffer buffer, string value)
        {
            buffer.WriteString(value);
            return true;
        }
    }

    private sealed class IntFormat : LeafFormat<int>
    {
        public override bool TryWrite(ResultBuffer buffer, int value)
        {
            buffer.WriteInteger(value);
            return true;
        }
    }

    private sealed class LongFormat : LeafFormat<long>
    {
        public override bool TryWrite(ResultBuffer buffer, long value)
        {
            buffer.WriteInteger(value);
            return true;
        }
    }

    private sealed class BooleanFormat : LeafFormat<bool>
    {
        public override bool TryWrite(ResultBuffer buffer, bool value)
        {
            buffer.WriteBoolean(value);
            return true;
        }
    }

    private sealed class StringScalarFormat<T>(StringScalarType<T> scalar) : LeafFormat<T>
        where T : notnull
    {
        public override bool TryWrite(ResultBuffer buffer, T value)
        {
            scalar.WriteTo(buffer, value);
            return true;
        }
    }

    private sealed class EnumFormat<T>(EnumType type) : LeafFormat<T>
        where T : struct, Enum
    {
        private FrozenDictionary<T, string>? names;

        public override bool TryWrite(ResultBuffer buffer, T value)
        {
            // The type may still be given values while its fields are compiled.
            names ??= type.Values.DistinctBy(candidate => candidate.RuntimeValue)
                .ToFrozenDictionary(candidate => (T)candidate.RuntimeValue, candidate => candidate.Name);
            if (!names.TryGetValue(value, out var name))
            {
                return false;
            }

            buffer.Write((byte)'"');
            buffer.WriteAscii(name);
            buffer.Write((byte)'"');
            return true;
        }
    }
}
