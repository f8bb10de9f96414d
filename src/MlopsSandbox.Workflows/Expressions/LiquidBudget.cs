using System.Text;
using Fluid;
using Fluid.Values;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>Keeps one rendering within its memory: whatever can make a text or a list grow asks first.</summary>
internal sealed class LiquidBudget
{
    // The filters whose result can be larger than what they are given.
    private static readonly string[] Growing = ["append", "prepend", "join", "concat", "split", "escape", "url_encode", "newline_to_br", "json"];

    private readonly long _before = GC.GetAllocatedBytesForCurrentThread();

    public void Watch(TemplateOptions options)
    {
        options.Captured = (_, value, _) =>
        {
            Check(0);
            return new ValueTask<FluidValue>(value);
        };
        foreach (var name in Growing)
            if (options.Filters.TryGetValue(name, out var filter)) options.Filters.AddFilter(name, Checked(filter));
        if (options.Filters.TryGetValue("replace", out var replace)) options.Filters.AddFilter("replace", CheckedReplace(replace));
    }

    public TextWriter Writer() => new CheckedWriter(this);

    private FilterDelegate Checked(FilterDelegate filter) => (input, arguments, context) =>
    {
        Check(0);
        return filter(input, arguments, context);
    };

    private FilterDelegate CheckedReplace(FilterDelegate replace) => (input, arguments, context) =>
    {
        var (length, search, with) = (input.ToStringValue().Length, arguments.At(0).ToStringValue().Length, arguments.At(1).ToStringValue().Length);
        Check((length / Math.Max(1, search) + 1L) * with * sizeof(char));
        return replace(input, arguments, context);
    };

    private void Check(long more)
    {
        if (GC.GetAllocatedBytesForCurrentThread() - _before + more > ExpressionLimits.MemoryBytes)
            throw new ExpressionException($"the template used more than {ExpressionLimits.MemoryBytes >> 20} MB; expected a short template.");
    }

    private sealed class CheckedWriter(LiquidBudget budget) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.Unicode;

        public override void Write(string? value)
        {
            budget.Check(value?.Length * sizeof(char) ?? 0);
            base.Write(value);
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            budget.Check(buffer.Length * sizeof(char));
            base.Write(buffer);
        }
    }
}
