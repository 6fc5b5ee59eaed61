using System.Diagnostics.CodeAnalysis;

namespace CxKpi;

/// <summary>Names the class that shows a type in a notebook.</summary>
/// <remarks>
/// .NET Interactive looks for an attribute of this name in any namespace, so the library does not need to reference it. The source class has a
/// public constructor without parameters and a public <c>CreateTypeFormatters()</c>, whose elements are described at <see cref="NotebookFormatter"/>.
/// Other hosts may read it in the same way.
/// </remarks>
/// <param name="formatterSourceType">The source of the formatters.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class TypeFormatterSourceAttribute(
    [DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicMethods)] Type formatterSourceType) : Attribute
{
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicMethods)]
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The formats that a notebook keeps, the best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [NotebookFormatter.Html, NotebookFormatter.Text];
}
