using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace QuarterlyCycle.App.Options;

/// <summary>Reads one record of options from its section when the host starts, and refuses to start with a bad one.</summary>
public static class CheckedOptions
{
    /// <summary>Adds the options of this section; the record itself can be asked for.</summary>
    public static IServiceCollection AddChecked<TOptions>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TOptions>>().Value);
        return services;
    }
}
