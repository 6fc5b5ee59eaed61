namespace CxKpi.Value;

/// <summary>A probability model of customers: a few positive parameters from which all else follows.</summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
public interface IValueModel<TSelf> : IJsonRecord<TSelf>
    where TSelf : class, IValueModel<TSelf>
{
    /// <summary>The name of the model as the literature writes it, such as <c>BG/NBD</c>.</summary>
    static abstract string ModelName { get; }

    /// <summary>The names of the parameters as the literature writes them, in the order of <see cref="Parameters"/>.</summary>
    static abstract IReadOnlyList<string> ParameterNames { get; }

    /// <summary>The parameters, all above 0.</summary>
    IReadOnlyList<double> Parameters { get; }

    /// <summary>Creates the same model with other parameters.</summary>
    /// <param name="parameters">The parameters in the order of <see cref="ParameterNames"/>, all above 0.</param>
    /// <returns>The model; all else, such as its unit of time, is the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parameters"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are more or fewer parameters than the model has.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    TSelf WithParameters(IReadOnlyList<double> parameters);
}
