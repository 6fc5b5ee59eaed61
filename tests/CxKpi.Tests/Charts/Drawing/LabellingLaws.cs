using FsCheck.Xunit;

namespace CxKpi.Tests;

public class LabellingLaws
{
    private const double Apart = 16, Least = 30;

    [Property]
    public bool PlacesKeepTheirDistanceAndStayInside(double[] seeds)
    {
        (double[] points, double most) = Points(seeds);
        double[] places = Labelling.Apart(points, Apart, Least, most);

        return places.Length == points.Length
            && places.All(place => place >= Least - 1e-6 && place <= most + 1e-6)
            && Enumerable.Range(1, Math.Max(0, places.Length - 1)).All(i => places[i] - places[i - 1] >= Apart - 1e-6);
    }

    [Property]
    public bool PointsThatLieApartAreNotMoved(double[] seeds)
    {
        (double[] points, double most) = Points(seeds);
        double[] places = Labelling.Apart(points, Apart, Least, most);

        return Enumerable.Range(1, Math.Max(0, points.Length - 1)).Any(i => points[i] - points[i - 1] < Apart)
            || points.Zip(places).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
    }

    private static (double[] Points, double Most) Points(double[] seeds)
    {
        double most = Least + Math.Max(160, Apart * seeds.Length);
        double[] shares = [.. seeds.Select(seed => double.IsFinite(seed) ? Math.Abs(seed) % 1 : 0.5)];
        return ([.. shares.Select(share => Least + share * (most - Least)).Order()], most);
    }
}
