using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CxKpi.Tests;

/// <summary>HTML and SVG that is well-formed, runs nothing and asks nobody for anything.</summary>
internal static class Inert
{
    public static void Check(string markup)
    {
        XElement root = XDocument.Parse(markup).Root!;
        foreach (XElement element in root.DescendantsAndSelf())
        {
            Assert.DoesNotContain(element.Name.LocalName, new[] { "script", "iframe", "object", "embed", "link", "base", "form", "foreignobject" });
            foreach (XAttribute attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            {
                string name = attribute.Name.LocalName;
                Assert.True(name is "viewBox" or "x1" or "x2" or "y1" or "y2" || name.All(c => char.IsAsciiLetterLower(c) || c == '-'), name);
                Assert.False(name.StartsWith("on", StringComparison.Ordinal), name);
                if (name is "href" or "src" or "srcset" or "action" or "poster")
                {
                    Assert.True(attribute.Value.StartsWith('#') || attribute.Value.StartsWith("data:image/svg+xml", StringComparison.Ordinal), attribute.Value);
                }

                if (name == "style")
                {
                    Assert.Matches("^(text-align:(left|right)|overflow-x:auto|background:transparent)$", attribute.Value);
                }
            }

            if (element.Name.LocalName == "style")
            {
                Assert.DoesNotMatch(new Regex(@"url\s*\(|@import|expression", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)), element.Value);
            }
        }
    }
}
