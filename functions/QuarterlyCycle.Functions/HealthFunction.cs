using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace QuarterlyCycle.Functions;

/// <summary>Says that the host is up, for the platform's probes.</summary>
public static class HealthFunction
{
    /// <summary>Answers 200 with one word and names nothing else.</summary>
    [Function("Health")]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        new OkObjectResult("healthy");
}
