namespace CxKpi.Tests;

/// <summary>What users put into names, by accident or on purpose.</summary>
internal static class Hostile
{
    // By index: runners pass the data of a test as text, which cannot hold half a surrogate pair.
    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Length)];

    public static string[] All { get; } =
    [
        "<script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "]]><!-- --><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)\" x=\"",
        "' onfocus='alert(1)",
        "javascript:alert(1)",
        "https://evil.example/x?a=1&b=2",
        "www.evil.example",
        "&amp; &lt; &#0; &bogus;",
        "=HYPERLINK(\"http://evil.example\",\"click\")",
        "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "  =1+1", "＝1+1",
        "x;=HYPERLINK(\"http://evil.example\",\"click\")", "x;\"=1+1\"", "n\n=1+1;@SUM(A1)", "\v=1+1", "\u2003=1+1",
        "a|b\\|c`d`*e*_f_[g](http://h.example)![i](j)~~k~~",
        "line\nbreak\r\nand\ttab",
        "\0\u0001\u0008\u000B\u001B[31mred\u001B[0m\u007F\u009B",
        "\uFFFE\uFFFF\uD800 lone \uDC00",
        "\u202Eright to left override",
        "שלום עולם", "مرحبا بالعالم",
        "👩‍👩‍👧‍👦 family 🇫🇷 flag ❤️", "日本語の名前", "e\u0301 combining \u0301\u0301\u0301",
        new string('W', 200),
        "<" + new string('&', 199),
    ];
}
