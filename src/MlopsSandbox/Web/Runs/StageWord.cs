using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Web.Runs;

/// <summary>How a stage execution stands, in the words that <see cref="Components.StatusLook"/> knows.</summary>
internal static class StageWord
{
    /// <summary>Its status; <c>cached</c> for one that took an earlier one's outputs, and <c>running</c> for one whose trials are at work.</summary>
    public static string Of(StageExecutionRow stage) => stage switch
    {
        { Status: ExecutionStatus.Succeeded, Cached: true } => "cached",
        { Status: ExecutionStatus.Waiting } => "running",
        _ => Tables.Word(stage.Status),
    };
}
