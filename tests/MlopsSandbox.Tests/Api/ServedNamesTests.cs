using MlopsSandbox.Api;

namespace MlopsSandbox.Tests.Api;

public class ServedNamesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "sandbox", false)]
    [InlineData("http://sandbox:5080", "sandbox", true)]
    [InlineData("http://sandbox:5080", "SANDBOX", true)]
    [InlineData("http://sandbox:5080", "localhost", true)]
    [InlineData("http://192.0.2.1:5080", "192.0.2.1", true)]
    [InlineData("http://192.0.2.1:5080", "192.0.2.2", false)]
    [InlineData("http://0.0.0.0:5080", "192.0.2.2", true)]
    [InlineData("http://[::]:5080", "[2001:db8::1]", true)]
    [InlineData("http://0.0.0.0:5080", "rebound.example", false)]
    [InlineData("http://127.0.0.1:5080", "", false)]
    public void Has_NameOfARequest_IsOneOfTheLoopbackOrNamedInUrls(string url, string host, bool isServed) => Assert.Equal(isServed, new ServedNames([url]).Has(host));
}
