namespace CxKpi;

/// <content>Models of customers' value: how a fit ended.</content>
internal sealed partial class French
{
    internal override string ModelFitCaption => "Modèle ajusté";
    internal override string ParameterLabel => "paramètre";
    internal override string FitConverged => "l\u2019ajustement a convergé";
    internal override string FitAtLimit => "les données poussent le modèle à sa limite, où un modèle plus simple en dit autant";
    internal override string FitNotIdentified => "les données n\u2019identifient pas les paramètres\u202F: d\u2019autres les expliquent aussi bien";
    internal override string FitNotConverged => "l\u2019ajustement n\u2019a pas convergé";
    internal override string FitNoCustomers => "aucun client sur lequel ajuster un modèle";
    internal override string FitNobodyReturned => "personne n\u2019a racheté\u202F: on ne sait rien de la fréquence d\u2019achat";
    internal override string FitNobodyLeft => "personne n\u2019est parti\u202F: on ne sait rien des départs";
    internal override string FitEverybodyLeft => "tous les clients sont partis dès la première période\u202F: on ne sait rien de la fidélité";
    internal override string FitNoSpread => "tous les montants sont égaux\u202F: on ne sait rien de leur dispersion";
    internal override string LimitEqualPurchaseRates => "aucune différence décelable entre clients dans le rythme d\u2019achat";
    internal override string LimitUnboundedPurchaseRates => "les clients diffèrent sans borne dans le rythme d\u2019achat";
    internal override string LimitEqualDropout => "aucune différence décelable entre clients dans la vitesse de départ";
    internal override string LimitNoDropout => "aucun départ décelable";
    internal override string LimitDropoutAtOnceOrNever => "les clients partent tout de suite ou jamais";
    internal override string LimitEqualAmountsOfACustomer => "aucune différence décelable entre les montants d\u2019un même client";
    internal override string LimitEqualSpending => "aucune différence décelable entre clients dans les dépenses";
    internal override string LimitUnboundedSpending => "les clients diffèrent sans borne dans les dépenses";
    internal override string RepeatPurchasesCaption => "Clients par nombre de réachats";
    internal override string RepeatPurchasesLabel => "réachats";
    internal override string HoldoutCaption => "Achats de la période de validation";
    internal override string ModelComparisonCaption => "Comparaison de modèles";
    internal override string LogLikelihoodLabel => "log-vraisemblance";
    internal override string FitOutcomeLabel => "résultat";

    internal override string FitFigures(double logLikelihood, double aic, double bic, long customers) =>
        $"log-vraisemblance {Decimals(logLikelihood, "#,0.00")}, AIC {Decimals(aic, "#,0.00")}, BIC {Decimals(bic, "#,0.00")}, {Count(customers)} clients";
}
