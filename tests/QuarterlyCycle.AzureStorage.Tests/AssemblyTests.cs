using System.Reflection;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests;

public sealed class AssemblyTests
{
    [Fact]
    public void Without_the_Azure_packages_the_project_builds_empty_and_needs_only_the_App()
    {
        Assembly storage = Assembly.Load("QuarterlyCycle.AzureStorage");
        Assert.DoesNotContain(storage.GetTypes(), type => type.IsPublic);
        Assert.DoesNotContain(storage.GetReferencedAssemblies(), reference => reference.Name!.StartsWith("Azure.", StringComparison.Ordinal));
    }
}
