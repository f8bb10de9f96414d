namespace MlopsSandbox.Walkthrough;

/// <summary>What the stages are called elsewhere, so that what is learned here can be found there.</summary>
internal static class StageGlossary
{
    /// <summary>The stage's names on Amazon's platforms; null for a stage that has none.</summary>
    public static string? Elsewhere(string stage) => stage switch
    {
        "ingest" => "AWS Glue crawler with its Data Catalog; a SageMaker Feature Store's offline store",
        "prep" => "SageMaker Processing job, Data Wrangler; AWS Glue job",
        "train" => "SageMaker training job",
        "tune" => "SageMaker automatic model tuning",
        "evaluate" => "SageMaker Processing job before a Pipelines condition; Step Functions Choice state",
        "deploy" => "SageMaker Model Registry, endpoint and production variant",
        "monitor" => "SageMaker Model Monitor: baseline, data capture, monitoring schedule",
        _ => null,
    };
}
