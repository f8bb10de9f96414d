namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Collects problems and finds their places.</summary>
internal sealed class ProblemList(string file, Func<string, (int Line, int Column)> placeOf)
{
    private readonly List<DefinitionProblem> _problems = [];

    public bool HasErrors => _problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    public IReadOnlyList<DefinitionProblem> InOrder => [.. _problems.OrderBy(problem => (problem.Line, problem.Column))];

    public void Error(string path, string message) => Add(ProblemSeverity.Error, path, message);

    public void Warn(string path, string message) => Add(ProblemSeverity.Warning, path, message);

    public void Error(ActivityDefinition activity, string below, string message) => Error(Below(activity, below), About(activity) + message);

    public void Warn(ActivityDefinition activity, string below, string message) => Warn(Below(activity, below), About(activity) + message);

    private static string Below(ActivityDefinition activity, string path) => path.Length == 0 ? activity.Path : $"{activity.Path}.{path}";

    private static string About(ActivityDefinition activity) => $"activity '{activity.Id}' ({activity.Type}): ";

    private void Add(ProblemSeverity severity, string path, string message)
    {
        var (line, column) = placeOf(path);
        _problems.Add(new DefinitionProblem(severity, file, path, line, column, message));
    }
}
