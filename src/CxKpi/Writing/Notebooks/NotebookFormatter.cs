using System.Diagnostics.CodeAnalysis;

namespace CxKpi;

/// <summary>Writes a result in one format. A notebook finds <see cref="MimeType"/> and the only public <see cref="Format"/> by their names.</summary>
/// <param name="mimeType">The MIME type of the format.</param>
/// <param name="faces">The writer of the format, and the writers to use in its place where it gives no text.</param>
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicMethods)]
internal sealed class NotebookFormatter(string mimeType, params Func<object, string?>[] faces)
{
    internal const string Html = "text/html", Svg = "image/svg+xml", Text = "text/plain";

    public string MimeType { get; } = mimeType;

    /// <summary>Writes the result as a whole, or the name of its type when no text can be made.</summary>
    /// <param name="instance">The result.</param>
    /// <param name="writer">The writer that receives the text.</param>
    /// <returns>Whether there was a result to write.</returns>
    public bool Format(object? instance, TextWriter writer)
    {
        if (instance is null)
        {
            return false;
        }

        writer.Write(faces.Select(face => Attempt(face, instance)).FirstOrDefault(text => text is not null) ?? instance.GetType().Name);
        return true;
    }

    private static string? Attempt(Func<object, string?> face, object instance)
    {
        try
        {
            return face(instance);
        }
#pragma warning disable CA1031 // A key or a KPI of the reader's own may throw anything; a cell that shows less is better than one that fails.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
