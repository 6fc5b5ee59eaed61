namespace CxKpi;

/// <summary>Shows results that are not KPI records: as a table where a table says more than their text.</summary>
internal sealed class ResultFormatters : NotebookFormatters
{
    private protected override string? ToHtml(object instance) => (instance as IHtmlFace)?.ToHtml();
}
