namespace CxKpi.Trends;

/// <summary>Memory that several decompositions use in turn, so that a call allocates nothing once the largest has been made.</summary>
/// <remarks>It must not be used by two threads at the same time; give each thread its own.</remarks>
public sealed class StlWorkspace
{
    private double[] buffer = [];

    /// <summary>The number of bytes held.</summary>
    public long Bytes => (long)buffer.Length * sizeof(double);

    internal double[] Reserve(int size)
    {
        if (buffer.Length < size)
        {
            buffer = GC.AllocateUninitializedArray<double>(size);
        }

        return buffer;
    }
}
