using System.Diagnostics;
using System.Reflection;
using MlopsSandbox.Commands;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MlopsSandbox.Hosting;

/// <summary>Where spans and metrics go: always into the home's <c>telemetry.db</c>, and over OTLP when an endpoint is named. Disposing flushes.</summary>
internal sealed class TelemetryPipeline : IDisposable
{
    /// <summary>Switches OTLP on; the exporter reads this and the other <c>OTEL_EXPORTER_OTLP_*</c> itself.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    // One source and one meter a library, each named as its library.
    private const string Libraries = "MlopsSandbox.*";

    private readonly TracerProvider _tracing;
    private readonly MeterProvider? _metering;

    private TelemetryPipeline(TracerProvider tracing, MeterProvider? metering)
    {
        _tracing = tracing;
        _metering = metering;
    }

    /// <summary>Starts listening to every library's spans, and to metrics when somebody is to be told of them.</summary>
    /// <param name="spans">Keeps spans in the home.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <exception cref="RefusalException">The endpoint is not a URL.</exception>
    public static TelemetryPipeline Start(BaseProcessor<Activity> spans, Func<string, string?> environment)
    {
        bool isExported = IsExported(environment(EndpointVariable));
        TracerProviderBuilder tracing = Sdk.CreateTracerProviderBuilder().AddSource(Libraries).ConfigureResource(Describe).AddProcessor(spans);
        if (!isExported) return new TelemetryPipeline(tracing.Build(), null);
        MeterProviderBuilder metering = Sdk.CreateMeterProviderBuilder().AddMeter(Libraries).ConfigureResource(Describe)
            .SetExemplarFilter(ExemplarFilterType.TraceBased).AddOtlpExporter();
        return new TelemetryPipeline(tracing.AddOtlpExporter().Build(), metering.Build());
    }

    /// <summary>Refuses an endpoint that is not a URL, before any effect.</summary>
    /// <exception cref="RefusalException">It is not one.</exception>
    public static void Check(Func<string, string?> environment) => IsExported(environment(EndpointVariable));

    /// <inheritdoc/>
    public void Dispose()
    {
        _tracing.Dispose();
        _metering?.Dispose();
    }

    private static bool IsExported(string? endpoint)
    {
        if (string.IsNullOrEmpty(endpoint)) return false;
        bool isUrl = Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? url) && url.Scheme is ("http" or "https");
        return isUrl ? true : throw new RefusalException($"{EndpointVariable} is '{endpoint}'; expected a URL such as http://localhost:4317.");
    }

    // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say comes last, and wins.
    private static void Describe(ResourceBuilder resource) => resource
        .AddService("mlops", serviceVersion: typeof(TelemetryPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();
}
