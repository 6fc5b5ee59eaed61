namespace CxKpi;

/// <content>The first sentences of a report, composed from its verdicts.</content>
internal abstract partial class Phrases
{
    private const int MostNames = 3;

    /// <summary>What a reader should act on.</summary>
    internal abstract string ActOn(string items);

    /// <summary>What a reader should keep an eye on.</summary>
    internal abstract string Watch(string items);

    /// <summary>How many of the lines judged are as expected, or show no evidence of a change.</summary>
    internal abstract string QuietOf(int quiet, int judged);

    /// <summary>The lines that rest on a thin sample.</summary>
    internal abstract string ThinOnes(string names);

    /// <summary>The lines of which nothing is known but a value.</summary>
    internal abstract string WithoutIntervalOnes(string names);

    /// <summary>The status of the only target.</summary>
    internal abstract string TargetIs(string name, string status);

    internal abstract string AllTargetsAreMissed(int count);
    internal abstract string AllTargetsAreMet(int count);

    /// <summary>The targets by status, of which there are two kinds or more.</summary>
    internal abstract string TargetsAre(int count, string statuses);
    internal abstract string CountMissed(int count);
    internal abstract string CountNotMetYet(int count);
    internal abstract string CountUndecided(int count);
    internal abstract string CountMet(int count);
    internal abstract string GotWorse(string names);
    internal abstract string GotBetter(string names);

    /// <summary>What differs from the period before by sampling error alone, which no history has judged.</summary>
    internal abstract string DifferBySamplingErrorOnly(string names);

    /// <summary>What fell of KPIs without a good direction.</summary>
    internal abstract string Fell(string names);

    /// <summary>What rose of KPIs without a good direction.</summary>
    internal abstract string Rose(string names);

    /// <summary>What lies below its usual level while its season is not known.</summary>
    internal abstract string FellBelowUsual(string names);

    /// <summary>What lies above its usual level while its season is not known.</summary>
    internal abstract string RoseAboveUsual(string names);
    internal abstract string FallOfSeason(string names, string season);
    internal abstract string RiseOfSeason(string names, string season);
    internal abstract string NothingBeyondSeason { get; }
    internal abstract string NothingChangedByEvidence { get; }
    internal abstract string NothingToJudgeYet { get; }
    internal abstract string LinesLeftOut(int count);
    internal abstract string MostUrgentHeading { get; }
    internal abstract string ExceptionsHeading { get; }
    internal abstract string HistoryColumn { get; }
    internal abstract string ValueAndTargetColumn { get; }
    internal abstract string MoreLabel { get; }

    /// <summary>A figure beside its goal.</summary>
    internal abstract string BesideGoal(string value, string goal);

    private protected abstract string And { get; }

    private protected abstract string Others(int count);

    /// <summary>Names as a list of a sentence; of more than three the first ones, and how many others there are.</summary>
    internal string Listed(IReadOnlyList<string> names)
    {
        string[] shown = names.Count > MostNames + 1 ? [.. names.Take(MostNames), Others(names.Count - MostNames)] : [.. names];
        return shown.Length < 2 ? string.Concat(shown) : $"{string.Join(", ", shown[..^1])} {And} {shown[^1]}";
    }
}
