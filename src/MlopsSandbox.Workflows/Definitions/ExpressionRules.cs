using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>What is wrong with an expression before it is ever evaluated.</summary>
internal static class ExpressionRules
{
    public static void Check(ActivityDefinition activity, string path, WorkflowExpression expression,
        IReadOnlyCollection<VariableDefinition> variables, IReadOnlyCollection<InputDefinition> inputs, ProblemList problems)
    {
        if (expression.Type == ExpressionEvaluation.Output)
            problems.Warn(activity, path, "an Output expression in a file gives nothing, here as on Elsa; expected a script such as getOutputFrom('check', 'Result').");
        else if (!ExpressionEvaluation.Types.Contains(expression.Type))
            problems.Error(activity, $"{path}.type", $"expression type '{expression.Type}' is unknown; " +
                $"expected one of {string.Join(", ", ExpressionEvaluation.Types)}." +
                NearestName.Suggestion(expression.Type, ExpressionEvaluation.Types));
        else if (expression.Type == ExpressionEvaluation.Template && Liquid.SyntaxError(expression.Text) is { } malformed)
            problems.Error(activity, $"{path}.value", $"the Liquid template is malformed: {malformed}; expected a template such as {{{{ Variables.Name }}}}.");
        else if (expression.Type == ExpressionEvaluation.Script) Script(activity, $"{path}.value", expression, problems);
        else if (expression.Type == ExpressionEvaluation.Variable) Variable(activity, $"{path}.value", expression, variables, problems);
        else if (expression.Type == ExpressionEvaluation.Input) Input(activity, $"{path}.value", expression, inputs, problems);
    }

    private static void Script(ActivityDefinition activity, string path, WorkflowExpression expression, ProblemList problems)
    {
        if (JavaScript.SyntaxError(expression.Text) is not { } error) return;
        problems.Error(activity, path, $"the JavaScript is malformed in its line {error.Line}, column {error.Column + 1}: {error.Message}; " +
            "expected an expression such as getInput('scenario').");
    }

    private static void Variable(ActivityDefinition activity, string path, WorkflowExpression expression,
        IReadOnlyCollection<VariableDefinition> variables, ProblemList problems)
    {
        var (id, name) = (ExpressionEvaluation.Reference(expression, "id"), ExpressionEvaluation.Reference(expression, "name"));
        if (id is null && name is null)
        {
            problems.Warn(activity, path, $"the expression names no variable, so that it gives nothing; expected {{ \"id\", \"name\" }} of a declared variable.");
            return;
        }
        if (variables.Any(variable => variable.Id == id) || IsLoopVariable(activity, id)) return;
        if (id is null && variables.FirstOrDefault(variable => variable.Name == name) is { } named)
            problems.Error(activity, path, $"the expression names variable '{name}' but not its id, by which variables are found; expected {{ \"id\": \"{named.Id}\" }}.");
        else
            problems.Error(activity, path, $"the expression reads variable '{name ?? id}', which neither the workflow nor a container around it declares; " +
                "expected { \"id\", \"name\" } of a declared variable." +
                NearestName.Suggestion((name ?? id)!, variables.Select(variable => variable.Name)));
    }

    private static bool IsLoopVariable(ActivityDefinition activity, string? id)
    {
        for (var outer = activity.Container; outer is not null; outer = outer.Container)
            if (outer.Behaviour is Activities.LoopActivity or Activities.ParallelForEach) return LoopVariable.IsLoopVariable(id);
        return false;
    }

    private static void Input(ActivityDefinition activity, string path, WorkflowExpression expression,
        IReadOnlyCollection<InputDefinition> inputs, ProblemList problems)
    {
        if (ExpressionEvaluation.Reference(expression, "name") is not { } name)
            problems.Error(activity, path, $"the expression's value is {expression.Value.GetRawText()}; " +
                $"expected the input it reads, such as {{ \"name\": \"scenario\" }}.");
        else if (!inputs.Any(input => string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase)))
            problems.Warn(activity, path, $"the expression reads input '{name}', which the workflow doesn't declare; expected one of its inputs. " +
                $"Declare it in \"inputs\".{NearestName.Suggestion(name, inputs.Select(input => input.Name))}");
    }
}
