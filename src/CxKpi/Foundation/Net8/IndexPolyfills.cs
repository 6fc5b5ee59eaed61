using System.Runtime.Intrinsics;

namespace CxKpi;

/// <summary>The positions of wide lanes; two vectors' positions in one class would be one member.</summary>
internal static class IndexPolyfills
{
    extension(Vector512<double>)
    {
        internal static Vector512<double> Indices => Vector512.Create(0d, 1, 2, 3, 4, 5, 6, 7);
    }
}
