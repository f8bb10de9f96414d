using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Shapes;

/// <summary>An endpoint and how it stands.</summary>
/// <param name="Name">Its name, which is that of its model group.</param>
/// <param name="Version">The model version that it serves now, or will; null for none.</param>
/// <param name="ServesFrom">Simulated time from which it does.</param>
/// <param name="Light">How it stands in a word: drifted, alerts, answered, not checked, waiting or quiet.</param>
/// <param name="LastCheck">Its newest check; null when there was none.</param>
/// <param name="OpenAlerts">Alerts that nobody has taken up.</param>
/// <param name="OtherAlerts">Alerts that are taken up or silenced, and not over.</param>
internal sealed record EndpointShape(string Name, int? Version, DateTimeOffset? ServesFrom, string Light, CheckShape? LastCheck, int OpenAlerts, int OtherAlerts)
{
    /// <summary>The endpoint as answers show it.</summary>
    public static EndpointShape Of(EndpointHealth health) =>
        new(health.Endpoint, health.Serving?.Version, health.Serving?.EffectiveAt, health.Light.Word, health.Last is { } last ? CheckShape.Of(last) : null, health.Open, health.Others);
}

/// <summary>A model version that an endpoint came to serve.</summary>
/// <param name="Version">The version.</param>
/// <param name="Sha256">Its content hash.</param>
/// <param name="Baseline">What its monitor compares against; null for nothing.</param>
/// <param name="ServesFrom">Simulated time from which it served.</param>
/// <param name="RunId">The run that made it.</param>
internal sealed record DeploymentShape(int Version, ContentHash Sha256, ContentHash? Baseline, DateTimeOffset ServesFrom, string RunId)
{
    /// <summary>The deployment as answers show it.</summary>
    public static DeploymentShape Of(Deployment deployment) => new(deployment.Version, deployment.Model, deployment.Baseline, deployment.EffectiveAt, deployment.RunId);
}
