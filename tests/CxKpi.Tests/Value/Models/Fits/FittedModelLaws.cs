using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

/// <summary>What holds for fits, whatever the customers are.</summary>
public class FittedModelLaws
{
    private static Gen<PurchaseHistory[]> Shops =>
        from p in SomePurchases.UsualParameters
        from early in Gen.Elements(false, true)
        from seed in Gen.Choose(1, 100_000)
        select SomePurchases.Simulated(400, p, early, (ulong)seed);

    [Property(MaxTest = 8 * Law.Rounds)]
    public Property TheOrderOfCustomersChangesNothing() => Law.ForAll(Shops, customers =>
    {
        PurchaseHistory[] turned = [.. customers.OrderBy(history => history.Recency).Reverse()];

        Same(BgNbd.Fit(customers, CalendarUnit.Week), BgNbd.Fit(turned, CalendarUnit.Week));
        Same(MbgNbd.Fit(customers, CalendarUnit.Week), MbgNbd.Fit(turned, CalendarUnit.Week));
        Same(ParetoNbd.Fit(customers, CalendarUnit.Week), ParetoNbd.Fit(turned, CalendarUnit.Week));
    });

    [Property(MaxTest = 8 * Law.Rounds)]
    public Property CustomersAlikeMayComeTogether() => Law.ForAll(Shops, customers =>
    {
        IEnumerable<PurchaseHistory> thrice = customers.Concat(customers).Concat(customers);
        IEnumerable<PurchaseHistory> weighted = customers.Select(x => new PurchaseHistory(x.Frequency, x.Recency, x.Age, customers: 3));

        Same(BgNbd.Fit(thrice, CalendarUnit.Week), BgNbd.Fit(weighted, CalendarUnit.Week));
    });

    [Property(MaxTest = 8 * Law.Rounds)]
    public Property TheUnitOfTimeScalesTheScalesAlone() => Law.ForAll(Shops, customers =>
    {
        PurchaseHistory[] days = [.. customers.Select(x => new PurchaseHistory(x.Frequency, 7 * x.Recency, 7 * x.Age))];
        double purchases = customers.Sum(x => x.Frequency);
        FittedModel<MbgNbd> inWeeks = MbgNbd.Fit(customers, CalendarUnit.Week), inDays = MbgNbd.Fit(days, CalendarUnit.Day);
        FittedModel<ParetoNbd> paretoWeeks = ParetoNbd.Fit(customers, CalendarUnit.Week), paretoDays = ParetoNbd.Fit(days, CalendarUnit.Day);

        Assert.Equal(inWeeks.Outcome, inDays.Outcome);
        Assert.True(Law.IsClose(inWeeks.LogLikelihood!.Value - purchases * Math.Log(7), inDays.LogLikelihood!.Value, 1e-9));
        if (inWeeks.Outcome == FitOutcome.Converged)
        {
            Close([1, 7, 1, 1], inWeeks.Parameters, inDays.Parameters);
        }

        if (paretoWeeks.Outcome == FitOutcome.Converged)
        {
            Close([1, 7, 1, 7], paretoWeeks.Parameters, paretoDays.Parameters);
        }
    });

    [Property(MaxTest = 3 * Law.Rounds)]
    public Property OneThreadFindsWhatManyFind() => Law.ForAll(
        Gen.Choose(1, 1000).Select(seed => SomePurchases.Simulated(6000, [2, 5, 0.4, 6], early: true, (ulong)seed)),
        customers =>
        {
            PurchaseTable table = PurchaseTable.Of(customers);
            Assert.True(table.Count > 4096);
            Same(BgNbd.Fit(table, CalendarUnit.Week, threads: 1), BgNbd.Fit(table, CalendarUnit.Week, threads: 2));
        });

    [Property(MaxTest = 8 * Law.Rounds)]
    public Property NoOtherParametersNearbyAreLikelier() => Law.ForAll(Shops, customers =>
    {
        FittedModel<MbgNbd> fit = MbgNbd.Fit(customers, CalendarUnit.Week);
        double best = fit.Model!.LogLikelihood(customers);
        Assert.True(Law.IsClose(best, fit.LogLikelihood!.Value, 1e-10));
        if (fit.Outcome == FitOutcome.Converged)
        {
            for (int i = 0; i < 4; i++)
            {
                double[] moved = [.. fit.Model.Parameters];
                moved[i] *= 1.01;
                Assert.True(fit.Model.WithParameters(moved).LogLikelihood(customers) < best);
                moved[i] *= 0.98;
                Assert.True(fit.Model.WithParameters(moved).LogLikelihood(customers) < best);
            }
        }
    });

    [Property(MaxTest = 8 * Law.Rounds)]
    public Property EveryFitSaysHowItEndedAndComesBackFromJson() => Law.ForAll(
        Shops.Select(all => all[..7]),
        customers =>
        {
            FittedModel<BgNbd> fit = BgNbd.Fit(customers, CalendarUnit.Week);

            Assert.True(Enum.IsDefined(fit.Outcome));
            Assert.Equal(fit.Outcome == FitOutcome.AtLimit, fit.Parameters.Any(parameter => parameter.IsAtLimit));
            Assert.All(fit.Parameters.Where(parameter => parameter.IsAtLimit), parameter => Assert.Null(parameter.StandardError));
            Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(fit, JsonKinds.Again(fit, options)));
        });

    private static void Same<TModel>(FittedModel<TModel> one, FittedModel<TModel> other)
        where TModel : class, IValueModel<TModel>
    {
        Assert.Equal(one, other);
        Assert.NotNull(one.Model);
    }

    private static void Close(double[] factors, IReadOnlyList<FittedParameter> parameters, IReadOnlyList<FittedParameter> scaled) =>
        Assert.All(factors.Zip(parameters, scaled), x => Assert.True(
            Law.IsClose(1, x.Third.Value / (x.First * x.Second.Value), 1e-5), $"{x.Second} and {x.Third}"));
}
