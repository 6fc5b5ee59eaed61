using Xunit.Abstractions;
using Xunit.Sdk;

namespace CxKpi.Tests.Conformance;

/// <summary>A case per vector; one that has to wait counts as skipped.</summary>
[XunitTestCaseDiscoverer("CxKpi.Tests.Conformance.VectorDiscoverer", "CxKpi.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class VectorTheoryAttribute : TheoryAttribute;

/// <summary>Finds out before the run which vectors have to wait.</summary>
public sealed class VectorDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow)
    {
        VectorSuite suite = VectorSuite.Loaded;
        return suite.SkipReason(suite.Find((string)dataRow[0])) is { } reason
            ? CreateTestCasesForSkippedDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow, reason)
            : base.CreateTestCasesForDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow);
    }
}
