using System.Globalization;
using System.Linq.Expressions;
using NodaTime;

namespace CxKpi.Engines.Tests;

/// <summary>The tallies that every engine must do as memory does.</summary>
internal static class Cases
{
    private const int Detractor = 6;

    internal static IReadOnlyList<Case> All { get; } =
    [
        Case.Of("NPS of all", row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by enum", row => row.Channel, row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by text", row => row.Country, row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by two columns", row => new { row.Channel, row.Country }, row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by a tuple", row => ValueTuple.Create(row.Channel, row.Country), row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by a comparison", row => row.Amount >= 100m, row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by a function of a column", row => Band(row.Items), row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by a division", row => row.Items / 3, row => Nps.FromAnswer(row.Score)),
        Case.Of("CSAT by enum", row => row.Channel, row => Csat.FromAnswer(row.Satisfaction, TopBox.TwoOfFive)),
        Case.Of("mean rating", row => row.Country, row => MeanRating.FromAnswer(row.Satisfaction, RatingScale.OneToFive)),
        Case.Of("conversion of a condition", row => row.Channel, row => new ConversionRate(row.IsReturned ? 0 : 1, 1)),
        Case.Of("churn of a comparison", row => row.Country, row => new Churn(row.Score <= Detractor ? 1 : 0, 1)),
        Case.Of("order value", row => row.Channel, row => new AverageOrderValue(row.Amount, 1, "EUR")),
        Case.Of("order value of all", row => new AverageOrderValue(row.Amount, 1)),
        Case.Of("order value without discounts", row => row.Channel, row => new AverageOrderValue(row.Amount - (row.Discount ?? 0), 1)),
        Case.Of("order value of those kept", row => row.Channel, row => row.IsReturned ? default : new AverageOrderValue(row.Amount, 1, "EUR")),
        Case.Of("order value of what is done here", row => row.Channel, row => new AverageOrderValue(Halved(row.Amount), 1)),
        Case.Of("value per item", row => row.Country, row => new UnitCost(row.Amount < 0 ? 0 : row.Amount, row.Items, CostUnit.Order)),
        Case.Of("evidence of a row", row => row.Channel, row => new AverageOrderValue(RatioTally.Row(row.Amount, row.Items))),
        Case.Of("revenue of a denied comparison", row => row.Channel, row => new Revenue(!(row.Score > Detractor) ? row.Amount : 0)),
        Case.Of("revenue of what is not true", row => row.Channel, row => new Revenue((row.Discount > 2) != true ? row.Amount : 0)),
        Case.Of("NPS of a denied comparison", row => row.Country, row => Nps.FromAnswer(!(row.Score > Detractor) ? 10 : 0)),
        Case.Of("NPS by a denied comparison", row => !(row.Score > Detractor) ? "low" : "high", row => Nps.FromAnswer(row.Satisfaction)),
        Case.Of("NPS of what is part of a value", row => row.Score == null ? default : Nps.FromAnswer(row.Score.Value > Detractor ? 10 : 0)),
        Case.Of("by month, a month later", CalendarUnit.Month, row => row.Day.AddMonths(1), row => Nps.FromAnswer(row.Score)),
        Case.Of("revenue of narrowed numbers", row => row.Channel, row => new Revenue((sbyte)(row.Seconds % 100))),
        Case.Of("revenue of a sign that is lost", row => row.Channel, row => new Revenue(unchecked((uint)(row.Items - 5)))),
        Case.Of("churn of a sign that is found", row => row.Channel, row => new Churn(unchecked((sbyte)(byte)row.Seconds) < 0 ? 1 : 0, 1)),
        Case.Of("revenue of a part of the number", row => row.Channel, row => new Revenue(unchecked((byte)row.Seconds))),
        Case.Of("evidence of fractions", row => row.Channel, row => new Utilisation(RatioTally.Row(row.Weight / 2, row.Weight))),
        Case.Of("evidence on a scale", row => row.Channel, row => new RelativeRating(RatioTally.Row(row.Items, 1), RatingScale.ZeroToTen)),
        Case.Of("NPS of halves that are rounded", row => Nps.FromAnswer((int)Math.Round(row.Rating))),
        Case.Of("churn of a division", row => row.Country, row => new Churn(row.Amount / 3 > 0.33m ? 1 : 0, 1)),
        Case.Of("churn of a cut fraction", row => row.Country, row => new Churn((int)row.Rating > 4 ? 1 : 0, 1)),
        Case.Of("revenue of fractions in binary", row => row.Channel, row => new Revenue((decimal)(row.Rating * row.Items))),
        Case.Of("revenue of what was tested", row => row.Channel, row => row.Discount == null ? default : new Revenue(row.Discount.Value)),
        Case.Of("revenue of what is there", row => row.Channel, row => new Revenue(row.Discount.HasValue ? row.Discount.Value : 0)),
        Case.Of("NPS by an amount as text", row => row.Items.ToString(CultureInfo.InvariantCulture) + row.Country, row => Nps.FromAnswer(row.Score)),
        Case.Of("revenue of one channel", row => row.Country, row => new Revenue(row.Channel == Channel.Web ? row.Amount : 0)),
        Case.Of("revenue", row => row.Channel, row => new Revenue(row.Amount, "EUR")),
        Case.Of("handle time", row => row.Channel, row => new AverageHandleTime(DurationTally.One(Duration.FromSeconds(row.Seconds)))),
        Case.Of("by day", CalendarUnit.Day, row => row.Day, row => Nps.FromAnswer(row.Score)),
        Case.Of("by week", CalendarUnit.Week, row => row.Day, row => Nps.FromAnswer(row.Score)),
        Case.Of("by month", CalendarUnit.Month, row => row.Day, row => Csat.FromAnswer(row.Satisfaction, TopBox.TwoOfFive)),
        Case.Of("by quarter", CalendarUnit.Quarter, row => row.Day, row => new AverageOrderValue(row.Amount, 1, "EUR")),
        Case.Of("by year", CalendarUnit.Year, row => row.Day, row => new Revenue(row.Amount, "EUR")),
        Case.Of("by month of a local date", CalendarUnit.Month, row => LocalDate.FromDateOnly(row.Day), row => Nps.FromAnswer(row.Score)),
        Case.Of("by week of a local date of a time", CalendarUnit.Week, row => LocalDate.FromDateTime(row.At), row => Nps.FromAnswer(row.Score)),
        Case.Of("by month of the date of a time", CalendarUnit.Month, row => DateOnly.FromDateTime(row.At), row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by yes or no", row => row.IsReturned, row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by an enum that may be missing", row => row.Referrer ?? Channel.Shop, row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by text that may be missing", row => row.Campaign ?? "none", row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by whether a campaign is known", row => row.Campaign == null, row => Nps.FromAnswer(row.Score)),
        Case.Of("NPS by quarter of the year", row => (row.Day.Month + 2) / 3, row => Nps.FromAnswer(row.Score)),
        Case.Of("answers as fractions", row => row.Channel, row => Nps.FromAnswer((double?)row.Score)),
        Case.Of("yes, no or missing", row => row.Channel, row => FirstContactResolution.FromAnswer(row.IsSolved)),
        Case.Of("time until what may be missing", row => row.Channel, row => new FirstResponseTime(
            row.Closed == null ? default : DurationTally.One(Dates.FromUtc(row.Closed.Value) - Dates.FromUtc(row.At)))),
        Case.Of("evidence of rows of nothing", row => row.Channel, row => new AverageOrderValue(RatioTally.Row(
            row.IsReturned ? 0 : row.Amount, row.IsReturned ? 0 : row.Items))),
        Case.Of("mean of values", row => row.Channel, row => new MeanRating(MeanTally.One(row.Satisfaction), RatingScale.OneToFive)),
        Case.Clustered("clusters", row => row.Channel, row => Nps.FromAnswer(row.Score), row => row.Customer),
        Case.Clustered("clusters of amounts", row => row.Country, row => new AverageOrderValue(row.Amount, 1), row => row.Customer),
        Case.Weighted("weights", row => row.Channel, row => Csat.FromAnswer(row.Satisfaction, TopBox.TwoOfFive), row => row.Weight),
    ];

    /// <summary>Tallies by the days of a zone; how an instant is made of the column differs between providers that know of UTC and those that do not.</summary>
    internal static IReadOnlyList<Case> InZones(Expression<Func<Order, Instant>> instant) =>
    [
        Case.Of("by month in Paris", CalendarUnit.Month, instant, "Europe/Paris", row => Nps.FromAnswer(row.Score)),
        Case.Of("by day in New York", CalendarUnit.Day, instant, "America/New_York", row => Nps.FromAnswer(row.Score)),
        Case.Of("by week in Kolkata", CalendarUnit.Week, instant, "Asia/Kolkata", row => new AverageOrderValue(row.Amount, 1)),
        Case.Of(
            "by month in Lord Howe, as of",
            CalendarUnit.Month,
            instant,
            "Australia/Lord_Howe",
            row => Nps.FromAnswer(row.Score),
            Instant.FromUtc(2024, 12, 30, 12, 0)),
        Case.Clustered("clusters by month in Paris", CalendarUnit.Month, instant, "Europe/Paris", row => Nps.FromAnswer(row.Score), row => row.Customer),
        Case.Weighted("weights by week in New York", CalendarUnit.Week, instant, "America/New_York", row => Nps.FromAnswer(row.Score), row => row.Weight),
    ];

    internal static decimal Halved(decimal amount) => amount / 2;

    internal static string Band(int items) => items > 4 ? "many" : "few";
}
