namespace CxKpi.Trends;

/// <summary>Memory that decompositions use in turn, so that a call allocates nothing once the largest has been made.</summary>
/// <remarks>Not for two threads at a time: give each its own.</remarks>
public sealed class StlWorkspace
{
    private double[] buffer = [];

    /// <summary>The bytes held.</summary>
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
