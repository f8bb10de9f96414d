using Xunit.Abstractions;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance;

/// <summary>A case of the suite, by a name that the runner shows whole.</summary>
public sealed class CaseName(string name) : IXunitSerializable
{
    /// <summary>For the runner, which reads the name afterwards.</summary>
    public CaseName() : this(string.Empty)
    {
    }

    public string Name { get; private set; } = name;

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(Name), Name);

    public void Deserialize(IXunitSerializationInfo info) => Name = info.GetValue<string>(nameof(Name));

    public override string ToString() => Name;
}
