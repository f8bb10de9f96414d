namespace MlopsSandbox.Walkthrough;

/// <summary>What another platform calls a thing, or how it does it.</summary>
/// <param name="Platform">Such as <c>SageMaker</c>.</param>
/// <param name="Term">Its word.</param>
public sealed record ElsewhereName(string Platform, string Term)
{
    /// <summary>True for a service of Amazon's, whose words the AWS AI Practitioner exam asks for.</summary>
    public bool IsAmazons => Platform is "AWS Glue" or "SageMaker" or "Step Functions" or "CloudWatch";
}
