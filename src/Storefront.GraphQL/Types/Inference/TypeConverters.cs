using System.Globalization;
using System.Linq.Expressions;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Conversions between the types of resolvers and arguments and those of scalars.</summary>
internal sealed class TypeConverters
{
    private readonly Dictionary<(Type From, Type To), Delegate> converters = [];

    public TypeConverters()
    {
        Add<int, long>(value => value);
        Add<int, short>(value => checked((short)value));
        Add<int, byte>(value => checked((byte)value));
        Add<int, double>(value => value);
        Add<int, decimal>(value => value);
        Add<long, int>(value => checked((int)value));
        Add<long, uint>(value => checked((uint)value));
        Add<uint, long>(value => value);
        Add<double, float>(value => (float)value);
        Add<double, decimal>(value => (decimal)value);
        Add<float, double>(value => value);
        Add<DateTimeOffset, DateTime>(value => value.UtcDateTime);
        Add<string, Guid>(value => Guid.Parse(value, CultureInfo.InvariantCulture));
        Add<string, int>(value => int.Parse(value, CultureInfo.InvariantCulture));
        Add<string, long>(value => long.Parse(value, CultureInfo.InvariantCulture));
        Add<string, char>(value => value.Length == 1 ? value[0] : throw new FormatException("A single character was expected."));
    }

    public void Add<TFrom, TTo>(Func<TFrom, TTo> convert) => converters[(typeof(TFrom), typeof(TTo))] = convert;

    public bool Contains(Type from, Type to) => converters.ContainsKey((from, to));

    /// <summary>Converts a value's expression; null where nobody knows how.</summary>
    public Expression? Convert(Expression value, Type to) =>
        value.Type == to ? value
        : converters.TryGetValue((value.Type, to), out var convert) ? Expression.Invoke(Expression.Constant(convert), value)
        : to.IsAssignableFrom(value.Type) ? Expression.Convert(value, to)
        : null;

    /// <summary>The conversion of a boxed value that is not null; null where nobody knows how.</summary>
    public Func<object, object>? Find(Type from, Type to)
    {
        var value = Expression.Parameter(typeof(object));
        return Convert(Expression.Convert(value, from), to) is { } converted
            ? Expression.Lambda<Func<object, object>>(Expression.Convert(converted, typeof(object)), value).Compile()
            : null;
    }
}
