namespace CxKpi;

/// <summary>How the answers of respondents to three questions go together: for each pair of questions, sums over those who answered both.</summary>
/// <remarks>
/// <c>default</c> says nothing: counts per question do not tell how answers depend on each other. Adding it to what is known leaves nothing known,
/// unless it belongs to a record without answers.
/// </remarks>
internal readonly record struct CrossProducts(long Respondents, CrossProducts.Pair OneTwo, CrossProducts.Pair OneThree, CrossProducts.Pair TwoThree)
    : IJsonRecord<CrossProducts>
{
    /// <summary>Those of one respondent; <see langword="null"/> for an answer that was not given.</summary>
    internal static CrossProducts Of(long? one, long? two, long? three) => new(1, Pair.Of(one, two), Pair.Of(one, three), Pair.Of(two, three));

    /// <summary>Adds those of other respondents, where both are known.</summary>
    /// <param name="other">Those of the others.</param>
    /// <param name="hasAnswers">Whether there are answers that these belong to.</param>
    /// <param name="otherHasAnswers">Whether there are answers that the others belong to.</param>
    internal CrossProducts Combine(CrossProducts other, bool hasAnswers, bool otherHasAnswers) =>
        (hasAnswers && Respondents == 0) || (otherHasAnswers && other.Respondents == 0)
            ? default
            : new(
                Guard.Add(Respondents, other.Respondents),
                OneTwo.Combine(other.OneTwo),
                OneThree.Combine(other.OneThree),
                TwoThree.Combine(other.TwoThree));

    /// <summary>The squared standard error of a weighted mean of the three questions' means, each over its own answers.</summary>
    /// <param name="questions">The number, the mean and the summed squared deviations of each question's answers.</param>
    /// <param name="weights">The weight of each question.</param>
    internal double SquaredError(ReadOnlySpan<(long N, double Mean, double Deviations)> questions, ReadOnlySpan<double> weights)
    {
        double squares = 0;
        ReadOnlySpan<(int One, int Two, Pair Pair)> pairs = [(0, 1, OneTwo), (0, 2, OneThree), (1, 2, TwoThree)];
        for (int i = 0; i < questions.Length; i++)
        {
            double factor = weights[i] / questions[i].N;
            squares += factor * factor * questions[i].Deviations;
        }

        foreach ((int one, int two, Pair pair) in pairs)
        {
            squares += 2 * weights[one] / questions[one].N * (weights[two] / questions[two].N) * pair.Deviations(questions[one].Mean, questions[two].Mean);
        }

        double fewest = Math.Min(questions[0].N, Math.Min(questions[1].N, questions[2].N));
        return Math.Max(0, squares) * fewest / (fewest - 1);
    }

    static CrossProducts IJsonRecord<CrossProducts>.Json(JsonMembers<CrossProducts> json) => new(
        Guard.Positive(json.Value(nameof(Respondents), x => x.Respondents), nameof(Respondents)),
        json.Record(nameof(OneTwo), x => x.OneTwo),
        json.Record(nameof(OneThree), x => x.OneThree),
        json.Record(nameof(TwoThree), x => x.TwoThree));

    /// <summary>The answers to two questions, of those who answered both.</summary>
    internal readonly record struct Pair(long N, long SumOfOne, long SumOfTwo, long Products) : IJsonRecord<Pair>
    {
        internal static Pair Of(long? one, long? two) => one is { } first && two is { } second ? new(1, first, second, first * second) : default;

        internal Pair Combine(Pair other) => new(
            Guard.Add(N, other.N),
            Guard.Add(SumOfOne, other.SumOfOne),
            Guard.Add(SumOfTwo, other.SumOfTwo),
            Guard.Add(Products, other.Products));

        /// <summary>The sum of products of the deviations from two means.</summary>
        internal double Deviations(double meanOfOne, double meanOfTwo) =>
            Products - meanOfOne * SumOfTwo - meanOfTwo * SumOfOne + N * meanOfOne * meanOfTwo;

        static Pair IJsonRecord<Pair>.Json(JsonMembers<Pair> json) => new(
            Guard.NotNegative(json.Value(nameof(N), x => x.N), nameof(N)),
            json.Value(nameof(SumOfOne), x => x.SumOfOne),
            json.Value(nameof(SumOfTwo), x => x.SumOfTwo),
            json.Value(nameof(Products), x => x.Products));
    }
}
