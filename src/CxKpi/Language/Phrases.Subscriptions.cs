namespace CxKpi;

/// <content>Subscriptions: how they are read, and what moves them.</content>
internal abstract partial class Phrases
{
    internal abstract string SubscriptionsCaption { get; }
    internal abstract string OpeningLabel { get; }
    internal abstract string NewRevenueLabel { get; }
    internal abstract string ReactivatedRevenueLabel { get; }
    internal abstract string ExpansionLabel { get; }
    internal abstract string ContractionLabel { get; }
    internal abstract string ChurnedRevenueLabel { get; }
    internal abstract string ClosingLabel { get; }
    internal abstract string EndIsFirstDayGone { get; }
    internal abstract string EndIsLastPaidDay { get; }
    internal abstract string AnyGapIsChurn { get; }
    internal abstract string TrialsAreCustomers { get; }
    internal abstract string TrialsAreLeftOut { get; }

    /// <summary>What movements do not show.</summary>
    internal abstract string MovementsBetweenEnds { get; }

    internal abstract string GapIsNoChurn(int days);

    internal abstract string ConvertedInto(string currency);

    /// <summary>The rows of a table that are in no figure.</summary>
    internal abstract string RowsLeftOut(string rows);

    internal abstract string ChurnPerYearLabel { get; }

    internal abstract string ExpectedLifetimeLabel { get; }
}
