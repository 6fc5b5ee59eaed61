namespace CxKpi;

/// <summary>A result that draws itself as HTML; what generic results need, because nobody can name their type from outside.</summary>
internal interface IHtmlFace
{
    /// <summary>The result as HTML that stands anywhere in a page.</summary>
    /// <returns>Well-formed HTML.</returns>
    string ToHtml();
}
