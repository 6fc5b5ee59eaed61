using System.ComponentModel;
using System.Text.Json;

namespace CxKpi;

/// <summary>The members of a record in JSON: of the document that is read, or of the record that is written.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <remarks>
/// Each method takes the member's name and how it is had from a record. When a record is written, it writes that and returns it;
/// when one is read, it returns what the document states. A record asks for all its members in the same order every time.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed partial class JsonMembers<T>
    where T : IJsonRecord<T>
{
    private static JsonNames? lastNames;

    private readonly JsonSerializerOptions options;
    private readonly JsonNames names;
    private readonly T record;
    private readonly Utf8JsonWriter? writer;

    // What has not been asked for yet; a member that was taken is left undefined.
    private readonly JsonProperty[] stated;
    private int position;

    private JsonMembers(JsonSerializerOptions options, T record, Utf8JsonWriter? writer, JsonProperty[] stated)
    {
        this.options = options;
        this.record = record;
        this.writer = writer;
        this.stated = stated;
        names = lastNames is { } last && last.Policy == options.PropertyNamingPolicy ? last : lastNames = new(options.PropertyNamingPolicy);
    }

    /// <summary>A number, <see langword="true"/> or <see langword="false"/>, an enum, a duration, an instant or a day.</summary>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The value of a record.</param>
    /// <returns>The value.</returns>
    public TValue Value<TValue>(string member, Func<T, TValue> of)
        where TValue : struct => Required(member, Guard.NotNull(of), PlainConverter<TValue>.Instance);

    /// <summary>A value of the kinds of <see cref="Value{TValue}"/>, or none.</summary>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The value of a record.</param>
    /// <returns>The value; <see langword="null"/> when there is none.</returns>
    public TValue? Optional<TValue>(string member, Func<T, TValue?> of)
        where TValue : struct => Optional(member, Guard.NotNull(of), PlainConverter<TValue>.Instance);

    /// <summary>A value that a record seldom has: it is written when it is not the default, and is the default when it is not stated.</summary>
    internal TValue OrDefault<TValue>(string member, Func<T, TValue> of)
        where TValue : struct, IEquatable<TValue>
    {
        JsonMemberName name = names.At(position++, member);
        if (writer is null)
        {
            return Taken(name) is { ValueKind: not JsonValueKind.Undefined } element ? Read(name, element, PlainConverter<TValue>.Instance) : default;
        }

        TValue value = of(record);
        if (!value.Equals(default))
        {
            writer.WritePropertyName(name.Encoded);
            Write(name, value, PlainConverter<TValue>.Instance);
        }

        return value;
    }

    /// <summary>A positive number that a record seldom has: it is written where there is one, and there is none when it is not stated.</summary>
    internal long? Seldom(string member, Func<T, long?> of) => OrDefault(member, x => of(x) ?? 0) is not 0 and var count ? count : null;

    /// <summary>A list of values that a record seldom has: it is written where there are some, and is empty when it is not stated.</summary>
    internal IReadOnlyList<TValue> SeldomValues<TValue>(string member, Func<T, IReadOnlyList<TValue>> of)
        where TValue : struct
    {
        ListConverter<TValue> converter = new(PlainConverter<TValue>.Instance);
        JsonMemberName name = names.At(position++, member);
        if (writer is null)
        {
            return Taken(name) is { ValueKind: not JsonValueKind.Undefined } element ? Read(name, element, converter) : [];
        }

        IReadOnlyList<TValue> values = of(record);
        if (values.Count > 0)
        {
            writer.WritePropertyName(name.Encoded);
            Write(name, values, converter);
        }

        return values;
    }

    /// <summary>A text.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The text of a record.</param>
    /// <returns>The text.</returns>
    public string Text(string member, Func<T, string> of) => Required(member, Guard.NotNull(of), PlainConverter<string>.Instance);

    /// <summary>A text, or none.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The text of a record.</param>
    /// <returns>The text; <see langword="null"/> when there is none.</returns>
    public string? OptionalText(string member, Func<T, string?> of) => Optional(member, Guard.NotNull(of), PlainConverter<string>.Instance);

    /// <summary>A record inside the record.</summary>
    /// <typeparam name="TMember">The type of the member.</typeparam>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The member of a record.</param>
    /// <returns>The member.</returns>
    public TMember Record<TMember>(string member, Func<T, TMember> of)
        where TMember : IJsonRecord<TMember> => Required(member, Guard.NotNull(of), RecordConverter<TMember>.Instance);

    /// <summary>A record inside the record, or none.</summary>
    /// <typeparam name="TMember">The type of the member.</typeparam>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The member of a record.</param>
    /// <returns>The member; <see langword="null"/> when there is none.</returns>
    public TMember? OptionalRecord<TMember>(string member, Func<T, TMember?> of)
        where TMember : class, IJsonRecord<TMember> => Optional(member, Guard.NotNull(of), RecordConverter<TMember>.Instance);

    /// <inheritdoc cref="OptionalRecord{TMember}(string, Func{T, TMember})"/>
    public TMember? OptionalRecord<TMember>(string member, Func<T, TMember?> of)
        where TMember : struct, IJsonRecord<TMember> => Optional(member, Guard.NotNull(of), RecordConverter<TMember>.Instance);

    /// <summary>A list of values of the kinds of <see cref="Value{TValue}"/>.</summary>
    /// <typeparam name="TValue">The type of a value.</typeparam>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The list of a record.</param>
    /// <returns>The list.</returns>
    public IReadOnlyList<TValue> Values<TValue>(string member, Func<T, IReadOnlyList<TValue>> of)
        where TValue : struct => Required(member, Guard.NotNull(of), new ListConverter<TValue>(PlainConverter<TValue>.Instance));

    /// <summary>A list of values of the kinds of <see cref="Value{TValue}"/>, some of which are missing.</summary>
    /// <typeparam name="TValue">The type of a value.</typeparam>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The list of a record; <see langword="null"/> for what is missing.</param>
    /// <returns>The list.</returns>
    public IReadOnlyList<TValue?> OptionalValues<TValue>(string member, Func<T, IReadOnlyList<TValue?>> of)
        where TValue : struct =>
        Required(member, Guard.NotNull(of), new ListConverter<TValue?>(new NullableConverter<TValue>(PlainConverter<TValue>.Instance)));

    /// <summary>A list of texts.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The list of a record.</param>
    /// <returns>The list.</returns>
    public IReadOnlyList<string> Texts(string member, Func<T, IReadOnlyList<string>> of) =>
        Required(member, Guard.NotNull(of), new ListConverter<string>(PlainConverter<string>.Instance));

    /// <summary>A list of records.</summary>
    /// <typeparam name="TItem">The type of a record.</typeparam>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The list of a record.</param>
    /// <returns>The list.</returns>
    public IReadOnlyList<TItem> Records<TItem>(string member, Func<T, IReadOnlyList<TItem>> of)
        where TItem : IJsonRecord<TItem> => Required(member, Guard.NotNull(of), new ListConverter<TItem>(RecordConverter<TItem>.Instance));

    /// <summary>A list of records that a record seldom has: it is left out when it is empty, and is empty when it is not stated.</summary>
    internal IReadOnlyList<TItem> OptionalRecords<TItem>(string member, Func<T, IReadOnlyList<TItem>> of)
        where TItem : IJsonRecord<TItem> =>
        Optional(member, x => of(x) is { Count: > 0 } list ? list : null, new ListConverter<TItem>(RecordConverter<TItem>.Instance)) ?? [];

    /// <summary>A number between 0 and 1.</summary>
    internal double Probability(string member, Func<T, double> of) => Guard.Probability(Value(member, of), member);

    /// <summary>A number between 0 and 1, or none.</summary>
    internal double? OptionalProbability(string member, Func<T, double?> of) =>
        Optional(member, of) is { } known ? Guard.Probability(known, member) : null;

    /// <summary>A number that is not negative.</summary>
    internal double NotNegative(string member, Func<T, double> of) =>
        Value(member, of) is var number && writer is null ? Guard.NotNegative(number, member) : number;

    /// <summary>A number that is not negative, or none.</summary>
    internal double? OptionalNotNegative(string member, Func<T, double?> of) =>
        Optional(member, of) is { } known ? (writer is null ? Guard.NotNegative(known, member) : known) : null;

    /// <summary>The ISO 4217 code of a currency, or none.</summary>
    internal string? Currency(string member, Func<T, string?> of) =>
        OptionalText(member, of) is { } code ? (writer is null ? Guard.Currency(code, member) : code) : null;

    /// <summary>The items of a result that is written and not read, each by what the options know of it.</summary>
    internal void List<TItem>(string member, Func<T, IReadOnlyList<TItem>> of)
        where TItem : notnull => Required(member, of, new ListConverter<TItem>(AnyConverter<TItem>.Instance));

    /// <summary>A value of any other type: by its own converter, or by what the options know of it.</summary>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="member">The name of the member.</param>
    /// <param name="of">The value of a record.</param>
    /// <returns>The value.</returns>
    internal TValue Any<TValue>(string member, Func<T, TValue> of)
        where TValue : notnull => Required(member, of, AnyConverter<TValue>.Instance);

    internal TValue? OptionalAny<TValue>(string member, Func<T, TValue?> of)
        where TValue : struct => Optional(member, of, AnyConverter<TValue>.Instance);

    private TValue Required<TValue>(string member, Func<T, TValue> of, IElementConverter<TValue> converter)
    {
        JsonMemberName name = names.At(position++, member);
        if (writer is not null)
        {
            TValue value = of(record);
            writer.WritePropertyName(name.Encoded);
            Write(name, value, converter);
            return value;
        }

        return Taken(name) is { ValueKind: not JsonValueKind.Undefined } element ? Read(name, element, converter) : throw Missing(name);
    }

    private TValue? Optional<TValue>(string member, Func<T, TValue?> of, IElementConverter<TValue> converter)
        where TValue : struct
    {
        JsonMemberName name = names.At(position++, member);
        if (writer is null)
        {
            return IsStated(name, out JsonElement element) ? Read(name, element, converter) : null;
        }

        TValue? value = of(record);
        if (IsWritten(name, value is null))
        {
            Write(name, value!.Value, converter);
        }

        return value;
    }

    internal TValue? Optional<TValue>(string member, Func<T, TValue?> of, IElementConverter<TValue> converter)
        where TValue : class
    {
        JsonMemberName name = names.At(position++, member);
        if (writer is null)
        {
            return IsStated(name, out JsonElement element) ? Read(name, element, converter) : null;
        }

        TValue? value = of(record);
        if (IsWritten(name, value is null))
        {
            Write(name, value!, converter);
        }

        return value;
    }
}
