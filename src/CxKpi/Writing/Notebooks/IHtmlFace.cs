namespace CxKpi;

/// <summary>A result that can be written as HTML; generic results need it because callers cannot name their type.</summary>
internal interface IHtmlFace
{
    /// <summary>The result as HTML that can be placed anywhere in a page.</summary>
    /// <returns>Well-formed HTML.</returns>
    string ToHtml();
}
