using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>Liquid templates with Elsa's names (<c>Variables.X</c>, <c>Input.X</c>, <c>WorkflowInstanceId</c>, …), in a box like <see cref="JavaScript"/>.</summary>
internal static partial class Liquid
{
    private const int LongestRange = 10_000;

    private static readonly FluidParser Parser = new();

    /// <summary>Null when the template can be read, else what is wrong with it.</summary>
    public static string? SyntaxError(string template) => Parser.TryParse(template, out _, out var error) ? RangeProblem(template) : error.Split('\n')[0].TrimEnd();

    /// <summary>The text that the template makes; nothing of a blank one.</summary>
    /// <exception cref="ExpressionException">The template is malformed or reaches a limit.</exception>
    public static JsonElement Evaluate(string template, IExpressionScope scope)
    {
        if (string.IsNullOrWhiteSpace(template)) return Json.Null;
        if (!Parser.TryParse(template, out var parsed, out var error) || (error = RangeProblem(template)) is not null)
            throw new ExpressionException($"the template is malformed: {error}");
        var budget = new LiquidBudget();
        try
        {
            using var text = budget.Writer();
            parsed.RenderAsync(text, NullEncoder.Default, Context(scope, budget)).AsTask().GetAwaiter().GetResult();
            return Json.Text(text.ToString()!);
        }
        catch (FileNotFoundException e)
        {
            throw new ExpressionException($"the template asks for the file '{e.Message}', and there are none here; expected a template without other files.", e);
        }
        catch (InvalidOperationException e) when (e.Message.Contains("recursion", StringComparison.Ordinal) || e.Message.Contains("statements", StringComparison.Ordinal))
        {
            throw new ExpressionException($"the template ran more than {ExpressionLimits.Statements:N0} steps; expected a short template. Look for a loop without end.", e);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or ArgumentException or FormatException or ArithmeticException or ParseException)
        {
            throw new ExpressionException($"the template failed: {e.Message.TrimEnd('.')}; expected a short template without other files. Look for a loop without end.", e);
        }
    }

    // A range is made as a whole list before anything counts its steps, so that its size must be known beforehand.
    private static string? RangeProblem(string template) => Tag().Matches(template)
        .SelectMany(tag => Range().Matches(tag.Value))
        .Where(range => !(int.TryParse(range.Groups[1].Value, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(range.Groups[2].Value, CultureInfo.InvariantCulture, out var to) && (long)to - from <= LongestRange))
        .Select(range => $"the range {range.Value} has no written bounds, or they are more than {LongestRange:N0} apart")
        .FirstOrDefault();

    private static TemplateContext Context(IExpressionScope scope, LiquidBudget budget)
    {
        var options = new TemplateOptions
        {
            MaxSteps = ExpressionLimits.Statements,
            MaxRecursion = ExpressionLimits.Recursion,
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            Now = () => throw new ExpressionException("the template asks for the present time; expected dates that are passed in, " +
                "as a walk must be the same when it is taken up again. Pass the time as an input of the workflow."),
        };
        options.MemberAccessStrategy.Register<NamedValues, FluidValue>((values, name) => ValueOf(values.Find(name)));
        budget.Watch(options);
        var context = new TemplateContext(options);
        context.SetValue("Variables", new ObjectValue(new NamedValues(scope.Variable)));
        context.SetValue("Input", new ObjectValue(new NamedValues(scope.Input)));
        context.SetValue("CorrelationId", scope.CorrelationId);
        context.SetValue("WorkflowDefinitionId", scope.Workflow.DefinitionId);
        context.SetValue("WorkflowDefinitionVersionId", scope.Workflow.DefinitionVersionId);
        context.SetValue("WorkflowDefinitionVersion", scope.Workflow.Version);
        context.SetValue("WorkflowInstanceId", scope.Workflow.InstanceId);
        return context;
    }

    private static FluidValue ValueOf(JsonElement? value) => value is not { } known ? NilValue.Instance : known.ValueKind switch
    {
        JsonValueKind.String => new StringValue(known.GetString()!),
        JsonValueKind.True or JsonValueKind.False => BooleanValue.Create(known.GetBoolean()),
        JsonValueKind.Number => known.TryGetDecimal(out var number) ? NumberValue.Create(number) : new StringValue(known.GetRawText()),
        JsonValueKind.Array => new ArrayValue([.. known.EnumerateArray().Select(item => ValueOf(item))]),
        JsonValueKind.Object => new DictionaryValue(new FluidValueDictionaryFluidIndexable(
            known.EnumerateObject().ToDictionary(property => property.Name, property => ValueOf(property.Value), StringComparer.Ordinal))),
        _ => NilValue.Instance,
    };

    [GeneratedRegex(@"\{[%{].*?[%}]\}", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\(\s*([^()]*?)\s*\.\.\s*([^()]*?)\s*\)")]
    private static partial Regex Range();

    private sealed record NamedValues(Func<string, JsonElement?> Find);
}
