using Microsoft.AspNetCore.OpenApi;
using MlopsSandbox.Api;

namespace MlopsSandbox.Web.ApiReference;

/// <summary>The operations of the REST API, read from its document once: they stay the same while this process serves.</summary>
internal sealed class ApiOperations([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents)
{
    private IReadOnlyList<ApiOperation>? _all;

    /// <summary>All of them, by path and method as the document has them.</summary>
    public async ValueTask<IReadOnlyList<ApiOperation>> AllAsync() => _all ??= ApiReading.Of(await ApiDocument.ReadAsync(documents).ConfigureAwait(false));
}
