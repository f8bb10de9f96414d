using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Workflows.Tests.Activities;

public sealed class ActivityTypesTests
{
    [Fact]
    public void Constructor_TypeOfABuiltInActivity_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ActivityTypes([new ActivityDescriptor("Elsa.WriteLine", "Mine", "Mine.", [], ["Done"], [])]));

    [Fact]
    public void Descriptors_EveryInput_SaysWhatItIsAndHasADefaultOfItsType()
    {
        foreach (var input in Stages.Types.Descriptors.SelectMany(descriptor => descriptor.Inputs))
        {
            Assert.EndsWith(".", input.Description, StringComparison.Ordinal);
            if (input.Default is { } value) Assert.Equal(value, Workflows.Expressions.TypedValue.Convert(Workflows.Expressions.Json.Parse(value), input.TypeName).GetRawText());
        }
    }
}
