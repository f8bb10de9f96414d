namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>What one check says of one thing that it watches. A thing that a check could not judge gives no signal: that is neither firing nor quiet.</summary>
/// <param name="Rule">The rule that it is for, such as <c>drift</c>.</param>
/// <param name="Subject">The thing, such as a feature's name.</param>
/// <param name="Fires">True when it is not as it should be.</param>
/// <param name="Text">What was found, a sentence with its figures.</param>
public sealed record AlertSignal(string Rule, string Subject, bool Fires, string Text);
