namespace MlopsSandbox.Lifecycle.Monitor.Findings;

/// <summary>What a monitor watches besides each feature, the predictions and the measured AUC.</summary>
public enum MonitorKind
{
    /// <summary>Values against the constraints that the baseline suggests.</summary>
    DataQuality,
    /// <summary>The stream of wrong decisions, in the order in which labels arrive.</summary>
    ConceptDrift,
    /// <summary>Accuracy and cost of decisions whose labels have arrived.</summary>
    MeasuredQuality,
    /// <summary>Accuracy and cost of decisions whose labels have not.</summary>
    EstimatedQuality,
    /// <summary>How differently groups of people are decided on.</summary>
    Bias,
    /// <summary>The served scores against the same rows put through the model again.</summary>
    ServingSkew,
    /// <summary>Traffic, the age of the model, the arrival of labels, and the time and failures of calls.</summary>
    Operations,
    /// <summary>Whether features still hang together as they did.</summary>
    JointDrift,
    /// <summary>Which features the model goes by.</summary>
    AttributionDrift,
}
