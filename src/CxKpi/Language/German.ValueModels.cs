namespace CxKpi;

/// <content>Models of customers' value: how a fit ended.</content>
internal sealed partial class German
{
    internal override string ModelFitCaption => "Angepasstes Modell";
    internal override string ParameterLabel => "Parameter";
    internal override string FitConverged => "die Anpassung ist konvergiert";
    internal override string FitAtLimit => "die Daten drängen das Modell an seine Grenze, wo ein einfacheres ebenso viel sagt";
    internal override string FitNotIdentified => "die Daten bestimmen die Parameter nicht: andere erklären sie ebenso gut";
    internal override string FitNotConverged => "die Anpassung ist nicht konvergiert";
    internal override string FitNoCustomers => "es gibt keine Kunden, an die sich ein Modell anpassen ließe";
    internal override string FitNobodyReturned => "niemand hat wieder gekauft: über die Kaufhäufigkeit ist nichts bekannt";
    internal override string FitNobodyLeft => "niemand ist abgewandert: über die Abwanderung ist nichts bekannt";
    internal override string FitEverybodyLeft => "alle Kunden sind in der ersten Periode abgewandert: über das Bleiben ist nichts bekannt";
    internal override string FitNoSpread => "alle Beträge sind gleich: über ihre Streuung ist nichts bekannt";
    internal override string LimitEqualPurchaseRates => "kein erkennbarer Unterschied zwischen Kunden in der Kaufhäufigkeit";
    internal override string LimitUnboundedPurchaseRates => "Kunden unterscheiden sich unbegrenzt in der Kaufhäufigkeit";
    internal override string LimitEqualDropout => "kein erkennbarer Unterschied zwischen Kunden in der Abwanderung";
    internal override string LimitNoDropout => "keine erkennbare Abwanderung";
    internal override string LimitDropoutAtOnceOrNever => "Kunden wandern sofort ab oder nie";
    internal override string LimitEqualAmountsOfACustomer => "kein erkennbarer Unterschied zwischen den Beträgen eines Kunden";
    internal override string LimitEqualSpending => "kein erkennbarer Unterschied zwischen Kunden in den Ausgaben";
    internal override string LimitUnboundedSpending => "Kunden unterscheiden sich unbegrenzt in den Ausgaben";
    internal override string RepeatPurchasesCaption => "Kunden nach Wiederkäufen";
    internal override string RepeatPurchasesLabel => "Wiederkäufe";
    internal override string HoldoutCaption => "Käufe im Prüfzeitraum";
    internal override string ModelComparisonCaption => "Modellvergleich";
    internal override string LogLikelihoodLabel => "Log-Likelihood";
    internal override string FitOutcomeLabel => "Ergebnis";

    internal override string FitFigures(double logLikelihood, double aic, double bic, long customers) =>
        $"Log-Likelihood {Decimals(logLikelihood, "#,0.00")}, AIC {Decimals(aic, "#,0.00")}, BIC {Decimals(bic, "#,0.00")}, {Count(customers)} Kunden";
}
