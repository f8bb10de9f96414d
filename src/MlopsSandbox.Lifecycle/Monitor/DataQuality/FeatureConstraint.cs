using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Monitor.DataQuality;

/// <summary>What the values of a feature are expected to keep to, suggested from the rows that the model came from.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Completeness">Share of rows with a value, in [0, 1].</param>
[JsonDerivedType(typeof(NumericConstraint), "numeric")]
[JsonDerivedType(typeof(CategoricalConstraint), "categorical")]
public abstract record FeatureConstraint(string Name, double Completeness);

/// <summary>A number between two bounds.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Completeness">Share of rows with a value, in [0, 1].</param>
/// <param name="Least">Smallest value that is expected; null when the rows had none.</param>
/// <param name="Most">Largest value that is expected; null when the rows had none.</param>
/// <param name="NonNegative">True when no value was below 0; then <paramref name="Least"/> isn't either.</param>
/// <param name="DistinctShare">Different values per row with a value, in (0, 1]; null when the rows were thinned out, or had no value.</param>
public sealed record NumericConstraint(string Name, double Completeness, double? Least, double? Most, bool NonNegative, double? DistinctShare)
    : FeatureConstraint(Name, Completeness);

/// <summary>A text from a known set.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Completeness">Share of rows with a value, in [0, 1].</param>
/// <param name="Allowed">Values that were seen, in ordinal order; null when there were too many to keep.</param>
public sealed record CategoricalConstraint(string Name, double Completeness, IReadOnlyList<string>? Allowed) : FeatureConstraint(Name, Completeness);
