namespace CxKpi;

/// <summary>Shows charts in a notebook: as a drawing, as an image where HTML is wanted, and in words.</summary>
internal sealed class ChartFormatters : NotebookFormatters
{
    private protected override string? ToHtml(object instance) => (instance as Chart)?.ToHtml();

    private protected override IEnumerable<NotebookFormatter> Create() =>
    [
        new(NotebookFormatter.Svg, instance => (instance as Chart)?.ToSvg()),
        .. base.Create(),
    ];
}
