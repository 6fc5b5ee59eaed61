namespace System.Runtime.CompilerServices;

/// <summary>What the compiler reads to prefer one overload to another; .NET 8 does not have it, and the compiler asks for its name alone.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    public int Priority { get; } = priority;
}
