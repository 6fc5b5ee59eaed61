namespace CxKpi;

/// <summary>Shows results that are not KPI records in a notebook, as a table where it shows more than their text.</summary>
internal sealed class ResultFormatters : NotebookFormatters
{
    private protected override string? ToHtml(object instance) => (instance as IHtmlFace)?.ToHtml();
}
