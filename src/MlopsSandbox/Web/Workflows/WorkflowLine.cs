using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Web.Workflows;

/// <summary>A workflow in the list.</summary>
/// <param name="Shape">What its file says.</param>
/// <param name="Activities">How many activities it has, the outermost not counted; null when it can't be read.</param>
/// <param name="LastRun">Its newest run; null when it never ran.</param>
/// <param name="Runs">Runs in all.</param>
internal sealed record WorkflowLine(WorkflowShape Shape, int? Activities, RunRow? LastRun, int Runs);
