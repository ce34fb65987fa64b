using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace Storefront.GraphQL.Types.Relay;

/// <summary>
/// Keys as text and back: texts, numbers, ids, times, enums, what has a type converter, and records made of these, whose parts are joined by
/// colons. Compiled once for each type.
/// </summary>
internal sealed class KeyCodec
{
    private static readonly ConcurrentDictionary<Type, KeyCodec?> Codecs = [];

    private readonly Func<object, string> format;
    private readonly Func<PartReader, object> read;

    private KeyCodec(Func<object, string> format, Func<PartReader, object> read)
    {
        this.format = format;
        this.read = read;
    }

    /// <summary>The codec of a type; null where the type cannot be a key.</summary>
    public static KeyCodec? For(Type type) => Codecs.GetOrAdd(type, Create);

    public string Format(object key) => format(key);

    public object Read(PartReader reader) => read(reader);

    public bool TryParse(string text, out object? key)
    {
        var reader = new PartReader(text.Split(':'));
        try
        {
            key = read(reader);
            return reader.IsAtEnd;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            key = null;
            return false;
        }
    }

    private static KeyCodec? Create(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return For(underlying);
        }

        if (type == typeof(string))
        {
            return new(key => Escape((string)key), reader => reader.Next());
        }

        if (type == typeof(Guid))
        {
            return new(key => ((Guid)key).ToString("N"), reader => Guid.ParseExact(reader.Next(), "N"));
        }

        if (type == typeof(DateTimeOffset))
        {
            return new(
                key => Escape(((DateTimeOffset)key).ToString("O", CultureInfo.InvariantCulture)),
                reader => DateTimeOffset.ParseExact(reader.Next(), "O", CultureInfo.InvariantCulture));
        }

        if (type == typeof(DateTime))
        {
            return new(
                key => Escape(((DateTime)key).ToString("O", CultureInfo.InvariantCulture)),
                reader => DateTime.ParseExact(reader.Next(), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
        }

        if (type.IsEnum)
        {
            return new(key => Escape(key.ToString()!), reader => Enum.Parse(type, reader.Next()));
        }

        if (Composite(type) is { } composite && TypeDescriptor.GetConverter(type).GetType() == typeof(TypeConverter))
        {
            return composite;
        }

        var converter = TypeDescriptor.GetConverter(type);
        return converter.CanConvertFrom(typeof(string)) && converter.CanConvertTo(typeof(string))
            ? new(key => Escape(converter.ConvertToInvariantString(key)!), reader => converter.ConvertFromInvariantString(reader.Next())!)
            : null;
    }

    // A record: the parts are its constructor's parameters, read from the properties of the same names.
    private static KeyCodec? Composite(Type type)
    {
        var constructor = type.GetConstructors()
            .Where(candidate => candidate.GetParameters() is { Length: > 0 } parameters && parameters.All(parameter => Property(type, parameter) is not null))
            .OrderByDescending(candidate => candidate.GetParameters().Length)
            .FirstOrDefault();
        if (constructor is null)
        {
            return null;
        }

        var parts = constructor.GetParameters().Select(parameter => (Property: Property(type, parameter)!, Codec: For(parameter.ParameterType))).ToList();
        if (parts.Exists(part => part.Codec is null))
        {
            return null;
        }

        var key = Expression.Parameter(typeof(object));
        var getters = parts
            .Select(part => Expression.Lambda<Func<object, object>>(
                Expression.Convert(Expression.Property(Expression.Convert(key, type), part.Property), typeof(object)), key).Compile())
            .ToList();
        var reader = Expression.Parameter(typeof(PartReader));
        var create = Expression.Lambda<Func<PartReader, object>>(
            Expression.Convert(
                Expression.New(constructor, parts.Select(part => Expression.Convert(
                    Expression.Invoke(Expression.Constant(part.Codec!.read), reader), part.Property.PropertyType))),
                typeof(object)),
            reader).Compile();
        return new(value => string.Join(':', getters.Select((getter, index) => parts[index].Codec!.Format(getter(value)))), create);
    }

    private static PropertyInfo? Property(Type type, ParameterInfo parameter) =>
        type.GetProperties().FirstOrDefault(property =>
            property.PropertyType == parameter.ParameterType && property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));

    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);

    internal sealed class PartReader(string[] parts)
    {
        private int next;

        public bool IsAtEnd => next == parts.Length;

        public string Next() => next < parts.Length
            ? parts[next++].Replace("%3A", ":", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal)
            : throw new FormatException("A part of the key is missing.");
    }
}
