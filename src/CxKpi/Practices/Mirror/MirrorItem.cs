namespace CxKpi.Practices;

/// <summary>One question of a mirror survey: what customers answered, and what employees believed that they would.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class MirrorItem
{
    private MirrorItem(string name, double satisfiedFrom, KpiDirection direction, IAnswers answers)
    {
        Name = Guard.NotBlank(name);
        SatisfiedFrom = Guard.Finite(satisfiedFrom);
        Direction = direction;
        Answers = answers;
    }

    /// <summary>The name of the question.</summary>
    public string Name { get; }

    /// <summary>The value from which customers count as satisfied, in the unit of the KPI; for a KPI of which less is better, up to which they do.</summary>
    public double SatisfiedFrom { get; }

    /// <summary>Whether a higher value is better.</summary>
    public KpiDirection Direction { get; }

    internal IAnswers Answers { get; }

    /// <summary>Creates the question from the records of a KPI, such as <see cref="Nps"/>, <see cref="Csat"/> or <see cref="MeanRating"/>.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="name">The name of the question.</param>
    /// <param name="predicted">What employees believed that customers would answer; <c>default</c> when they were not asked.</param>
    /// <param name="customers">What customers answered.</param>
    /// <param name="satisfiedFrom">The value from which customers count as satisfied, in the unit of the KPI, such as 0.8 for a share.</param>
    /// <param name="own">What employees answered for themselves; <c>default</c> when they were not asked.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="satisfiedFrom"/> is not finite.</exception>
    public static MirrorItem Of<TKpi>(string name, TKpi predicted, TKpi customers, double satisfiedFrom, TKpi own = default)
        where TKpi : struct, IKpi<TKpi> => new(name, satisfiedFrom, TKpi.Definition.Direction, new KpiAnswers<TKpi>(predicted, customers, own));

    /// <summary>Creates the question from plain means of which a higher one is better.</summary>
    /// <param name="name">The name of the question.</param>
    /// <param name="predicted">What employees believed that customers would answer; <c>default</c> when they were not asked.</param>
    /// <param name="customers">What customers answered.</param>
    /// <param name="satisfiedFrom">The mean from which customers count as satisfied.</param>
    /// <param name="own">What employees answered for themselves; <c>default</c> when they were not asked.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="satisfiedFrom"/> is not finite.</exception>
    public static MirrorItem Of(string name, MeanTally predicted, MeanTally customers, double satisfiedFrom, MeanTally own = default) =>
        new(name, satisfiedFrom, KpiDirection.HigherIsBetter, new MeanAnswers(predicted, customers, own));

    /// <summary>Creates the question from plain shares, such as that of satisfied answers, of which a higher one is better.</summary>
    /// <param name="name">The name of the question.</param>
    /// <param name="predicted">What employees believed that customers would answer; <c>default</c> when they were not asked.</param>
    /// <param name="customers">What customers answered.</param>
    /// <param name="satisfiedFrom">The share from which customers count as satisfied, in [0, 1].</param>
    /// <param name="own">What employees answered for themselves; <c>default</c> when they were not asked.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="satisfiedFrom"/> does not lie between 0 and 1.</exception>
    public static MirrorItem Of(string name, ShareTally predicted, ShareTally customers, double satisfiedFrom, ShareTally own = default) =>
        new(name, Guard.Probability(satisfiedFrom), KpiDirection.HigherIsBetter, new ShareAnswers(predicted, customers, own));

    /// <summary>The name and the value from which customers count as satisfied.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(FormattableString.Invariant($"{Name}: {SatisfiedFrom:0.####}"));

    /// <summary>The answers of one question, whatever they are counted in.</summary>
    internal interface IAnswers
    {
        long PredictedN { get; }

        long OwnN { get; }

        Estimate? Customers(double confidence);

        Estimate? Predicted(double confidence);

        Estimate? Own(double confidence);

        Change? Gap(double confidence, int position);

        Change? OwnGap(double confidence, int position);
    }

    private sealed class KpiAnswers<TKpi>(TKpi predicted, TKpi customers, TKpi own) : IAnswers
        where TKpi : struct, IKpi<TKpi>
    {
        public long PredictedN => Employees(predicted);

        public long OwnN => Employees(own);

        public Estimate? Customers(double confidence) => customers.Estimate(confidence);

        public Estimate? Predicted(double confidence) => predicted.Estimate(confidence);

        public Estimate? Own(double confidence) => own.Estimate(confidence);

        public Change? Gap(double confidence, int position) => HeldRecords.ChangeFrom(predicted, customers, confidence, "items", position);

        public Change? OwnGap(double confidence, int position) => HeldRecords.ChangeFrom(own, customers, confidence, "items", position);

        // Where a record counts something else than answers, such as contacts, an employee is a row of it at most.
        private static long Employees(TKpi record) => Math.Min(record.N, Math.Min(record.Rows, record.Clusters ?? long.MaxValue));
    }

    private sealed class ShareAnswers(ShareTally predicted, ShareTally customers, ShareTally own) : IAnswers
    {
        public long PredictedN => predicted.N;

        public long OwnN => own.N;

        public Estimate? Customers(double confidence) => customers.Estimate(confidence)?.In(PlainDefinitions.Share);

        public Estimate? Predicted(double confidence) => predicted.Estimate(confidence)?.In(PlainDefinitions.Share);

        public Estimate? Own(double confidence) => own.Estimate(confidence)?.In(PlainDefinitions.Share);

        public Change? Gap(double confidence, int position) => predicted.ChangeFrom(customers, confidence)?.In(PlainDefinitions.Share, customers.Value);

        public Change? OwnGap(double confidence, int position) => own.ChangeFrom(customers, confidence)?.In(PlainDefinitions.Share, customers.Value);
    }

    private sealed class MeanAnswers(MeanTally predicted, MeanTally customers, MeanTally own) : IAnswers
    {
        public long PredictedN => predicted.N;

        public long OwnN => own.N;

        public Estimate? Customers(double confidence) => customers.Estimate(confidence)?.In(PlainDefinitions.Figure);

        public Estimate? Predicted(double confidence) => predicted.Estimate(confidence)?.In(PlainDefinitions.Figure);

        public Estimate? Own(double confidence) => own.Estimate(confidence)?.In(PlainDefinitions.Figure);

        public Change? Gap(double confidence, int position) => predicted.ChangeFrom(customers, confidence)?.In(PlainDefinitions.Figure, customers.Value);

        public Change? OwnGap(double confidence, int position) => own.ChangeFrom(customers, confidence)?.In(PlainDefinitions.Figure, customers.Value);
    }
}
