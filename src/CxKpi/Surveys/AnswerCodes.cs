using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// What the cells of a survey export mean that are no plain answers: which stand for a missing answer, and which labels stand for which answer.
/// </summary>
/// <remarks>
/// Cells and codes are compared without the blanks around them and without regard to case, under no culture; neither matter invisible characters, such as
/// the mark with which a file begins, the kind of a blank or an apostrophe, and how an accent is stored. A blank cell is a missing answer whatever the codes
/// say. A code that is a number stands for every way of writing that number: <c>99</c> is also <c>99.0</c>. A code comes before an answer on the scale.
/// <example>
/// With <c>new AnswerCodes(missing: ["N/A", "99"], labels: [new("Very satisfied", 5)])</c> the cells <c>n/a</c>, <c>99.0</c> and a blank are missing
/// answers, and <c>very satisfied</c> is a 5.
/// </example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<AnswerCodes>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class AnswerCodes : IJsonRecord<AnswerCodes>
{
    private readonly Dictionary<decimal, int?> numbers = [];

    private readonly Dictionary<string, int?> texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates the codes.</summary>
    /// <param name="missing">The cells that stand for a missing answer, such as <c>N/A</c>, <c>99</c> or <c>don't know</c>; blank cells need no code.</param>
    /// <param name="labels">The labels with the answers that they stand for, such as a dictionary in which <c>Very satisfied</c> is 5.</param>
    /// <exception cref="ArgumentException">A label is blank, a code is <see langword="null"/>, or one code has two meanings.</exception>
    public AnswerCodes(IEnumerable<string>? missing = null, IEnumerable<KeyValuePair<string, int>>? labels = null)
    {
        Missing = [.. missing ?? []];
        Labels = [.. labels ?? []];
        foreach (string code in Missing)
        {
            Add(code, null, nameof(missing));
        }

        foreach ((string label, int answer) in Labels)
        {
            Add(label, answer, nameof(labels));
        }
    }

    /// <summary>Codes for an export in which only blank cells are missing answers, and all others are numbers.</summary>
    public static AnswerCodes BlankIsMissing { get; } = new();

    /// <summary>The cells that stand for a missing answer, besides blank ones.</summary>
    public ImmutableArray<string> Missing { get; }

    /// <summary>The labels with the answers that they stand for.</summary>
    public ImmutableArray<KeyValuePair<string, int>> Labels { get; }

    /// <summary>The codes as invariant text.</summary>
    /// <returns>Text for display, such as <c>N/A, 99: missing; Very satisfied: 5</c>.</returns>
    public override string ToString()
    {
        IEnumerable<string> labels = Labels.Select(label => string.Create(CultureInfo.InvariantCulture, $"{label.Key}: {label.Value}"));
        return TerminalText.Clean(string.Join("; ", [$"{string.Join(", ", ["blank", .. Missing])}: missing", .. labels]));
    }

    /// <summary>Throws when a label stands for an answer that is not on the scale, under the name of the argument that holds the codes.</summary>
    internal AnswerCodes Fitting(RatingScale scale, string name)
    {
        foreach ((string label, int answer) in Labels)
        {
            if (!scale.Contains(answer))
            {
                string shown = TerminalText.Clean(label);
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{name} must give answers on the scale {scale}, but \"{shown}\" stands for {answer}"),
                    name);
            }
        }

        return this;
    }

    /// <summary>Reads a cell: <see langword="false"/> for one that is no number and no code; the answer is <see langword="null"/> when it is missing.</summary>
    internal bool TryRead(ReadOnlySpan<char> cell, out decimal? answer)
    {
        cell = cell.Trim();
        if (TryReadPlain(cell, out answer))
        {
            return true;
        }

        string plain = Plain(cell);
        return !cell.SequenceEqual(plain) && TryReadPlain(plain, out answer);
    }

    private bool TryReadPlain(ReadOnlySpan<char> cell, out decimal? answer)
    {
        if (cell.IsEmpty)
        {
            answer = null;
            return true;
        }

        bool isNumber = TryNumber(cell, out decimal number);
        bool isCode = isNumber ? numbers.TryGetValue(number, out int? meant) : texts.TryGetValue(cell.ToString(), out meant);
        answer = isCode ? meant : number;
        return isCode || isNumber;
    }

    // Exports carry over marks of files and of reading direction, blanks that do not break, curly apostrophes, and accents as characters of their own.
    private static string Plain(ReadOnlySpan<char> cell)
    {
        StringBuilder plain = new(cell.Length);
        foreach (Rune rune in cell.EnumerateRunes())
        {
            _ = Rune.IsWhiteSpace(rune) ? plain.Length > 0 && plain[^1] == ' ' ? plain : plain.Append(' ')
                : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control ? plain
                : rune.Value is '\u2018' or '\u2019' or '\u02BC' ? plain.Append('\'')
                : plain.Append(rune.ToString());
        }

        return plain.ToString().Normalize().Trim();
    }

    // No groups of thousands and no exponents: "9,5" would be read as 95.
    private static bool TryNumber(ReadOnlySpan<char> cell, out decimal number) =>
        decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private void Add(string code, int? answer, string name)
    {
        string trimmed = Plain(code ?? throw new ArgumentException($"{name} must not hold null", name));
        if (trimmed.Length == 0)
        {
            if (answer is not null)
            {
                throw new ArgumentException($"{name} must not hold a blank one: a blank cell is a missing answer", name);
            }
        }
        else if (!(TryNumber(trimmed, out decimal number) ? IsNew(numbers, number, answer) : IsNew(texts, trimmed, answer)))
        {
            throw new ArgumentException($"{name} must give every code one meaning, but \"{trimmed}\" has two", name);
        }
    }

    private static bool IsNew<TKey>(Dictionary<TKey, int?> codes, TKey code, int? answer)
        where TKey : notnull => codes.TryAdd(code, answer) || codes[code] == answer;

    static AnswerCodes IJsonRecord<AnswerCodes>.Json(JsonMembers<AnswerCodes> json) => new(
        json.Texts(nameof(Missing), x => x.Missing),
        json.Records(nameof(Labels), x => (IReadOnlyList<Label>)[.. x.Labels.Select(label => new Label(label.Key, label.Value))])
            .Select(label => KeyValuePair.Create(label.Key, label.Value)));

    private readonly record struct Label(string Key, int Value) : IJsonRecord<Label>
    {
        static Label IJsonRecord<Label>.Json(JsonMembers<Label> json) => new(
            json.Text(nameof(Key), x => x.Key),
            json.Value(nameof(Value), x => x.Value));
    }
}
