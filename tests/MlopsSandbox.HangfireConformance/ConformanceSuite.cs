using System.Reflection;
using Xunit.Sdk;

namespace MlopsSandbox.HangfireConformance;

/// <summary>
/// All cases: every public static method of this library that takes nothing but a <see cref="StorageUnderTest"/>. Its class is the chapter.
/// </summary>
public static class ConformanceSuite
{
    private static readonly SortedDictionary<string, Case> ByName = Find();

    /// <summary>All cases, by name.</summary>
    public static IReadOnlyCollection<Case> Cases => ByName.Values;

    /// <summary>Runs one case against an empty storage; null when the storage keeps the promise.</summary>
    public static Exception? Run(StorageKind kind, string name)
    {
        using var storage = kind.Create();
        try
        {
            ByName[name].Check(storage);
            return null;
        }
        catch (Exception failure)   // Whatever a storage throws where it shouldn't is a finding.
        {
            return failure;
        }
    }

    /// <summary>Holds a storage against one case: a known deviation must still deviate, everything else must not.</summary>
    /// <returns>The reason of the deviation, with what was seen; null when the storage keeps the promise.</returns>
    public static string? Judge(StorageKind kind, string name)
    {
        var failure = Run(kind, name);
        if (!kind.KnownDeviations.TryGetValue(name, out var reason))
        {
            return failure is null ? null : throw new XunitException($"{kind.Name} breaks {name}: {failure}");
        }
        return failure is null
            ? throw new XunitException($"{kind.Name} keeps {name}, which is listed as a known deviation ({reason}). Take it off the list.")
            : $"{kind.Name} deviates: {reason} Seen: {failure.GetType().Name}: {failure.Message}";
    }

    private static SortedDictionary<string, Case> Find() => new(
        typeof(ConformanceSuite).Assembly.GetExportedTypes()
            .SelectMany(chapter => chapter.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(IsCase)
            .ToDictionary(NameOf, method => new Case(NameOf(method), method.CreateDelegate<Action<StorageUnderTest>>())),
        StringComparer.Ordinal);

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static bool IsCase(MethodInfo method) => method.ReturnType == typeof(void)
        && method.GetParameters() is [var only] && only.ParameterType == typeof(StorageUnderTest);
}
