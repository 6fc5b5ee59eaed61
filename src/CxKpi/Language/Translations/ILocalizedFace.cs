namespace CxKpi;

/// <summary>A result that can be written as HTML in any language; a notebook that asks for no language gets English.</summary>
internal interface ILocalizedFace : IHtmlFace
{
    /// <summary>The result as HTML that can be placed anywhere in a page.</summary>
    /// <param name="words">The language.</param>
    /// <returns>Well-formed HTML.</returns>
    string ToHtml(Phrases words);

    string IHtmlFace.ToHtml() => ToHtml(Phrases.English);
}
