using MlopsSandbox.Workflows.Activities;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>What activity types declare, for people.</summary>
internal static class ActivityPages
{
    /// <summary>All types by category, one a line.</summary>
    public static void DrawList(IAnsiConsole screen, IEnumerable<ActivityDescriptor> descriptors)
    {
        Table table = Tables.Of("type", "category", "description");
        foreach (ActivityDescriptor descriptor in descriptors.OrderBy(descriptor => descriptor.Category, StringComparer.Ordinal).ThenBy(descriptor => descriptor.Type, StringComparer.Ordinal))
            table.Row(descriptor.Type, descriptor.Category, descriptor.Description);
        screen.Write(table);
    }

    /// <summary>One type with its inputs, outcomes and outputs.</summary>
    public static void Draw(IAnsiConsole screen, ActivityDescriptor descriptor)
    {
        screen.WriteLine($"{descriptor.Type} ({descriptor.Category})");
        screen.WriteLine(descriptor.Description);
        screen.WriteLine($"Leaves by: {(descriptor.Outcomes is { } outcomes ? string.Join(", ", outcomes) : "what its inputs name")}");
        if (descriptor.Inputs.Count > 0)
        {
            Table inputs = Tables.Of("input", "type", "default", "description");
            foreach (ActivityInput input in descriptor.Inputs) inputs.Row(input.Name, input.TypeName, input.IsRequired ? "required" : input.Default ?? "", Described(input));
            screen.Write(inputs);
        }
        if (descriptor.Outputs.Count == 0) return;
        Table outputs = Tables.Of("output", "type", "description");
        foreach (ActivityOutput output in descriptor.Outputs) outputs.Row(output.Name, output.TypeName, output.Description);
        screen.Write(outputs);
    }

    private static string Described(ActivityInput input) => input.Allowed is { } allowed ? $"{input.Description} One of {string.Join(", ", allowed)}." : input.Description;
}
