using System.Collections;

namespace CxKpi;

/// <summary>The formats of a type in a notebook: HTML in its own way, and always its text.</summary>
internal abstract class NotebookFormatters
{
    public IEnumerable CreateTypeFormatters() => Create();

    /// <summary>The result as HTML that can be placed anywhere in a page.</summary>
    /// <param name="instance">The result.</param>
    /// <returns>Well-formed HTML; <see langword="null"/> when the result is not of the expected type.</returns>
    private protected abstract string? ToHtml(object instance);

    private protected virtual IEnumerable<NotebookFormatter> Create() =>
    [
        new(NotebookFormatter.Html, ToHtml, Lines),
        new(NotebookFormatter.Text, instance => instance.ToString()),
    ];

    /// <summary>The text of the result, in which line breaks and columns are kept.</summary>
    private protected static string? Lines(object instance)
    {
        if (instance.ToString() is not { } text)
        {
            return null;
        }

        HtmlWriter html = new();
        html.Open("pre");
        foreach (string line in text.Split('\n'))
        {
            html.Text(line.TrimEnd('\r')).NewLine();
        }

        return html.Close().ToString();
    }
}
