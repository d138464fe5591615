using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using QuarterlyCycle.Local.Commands;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>The settings of an installation: a JSON file, before which go environment variables such as QUARTERLY_Smtp__Host.</summary>
internal sealed class Settings(IConfiguration values)
{
    public static Settings Read(string? file)
    {
        ConfigurationBuilder builder = new();
        if (file is not null)
        {
            if (!File.Exists(file))
            {
                throw new RefusedArgument($"There is no settings file {file}.");
            }

            builder.AddJsonFile(Path.GetFullPath(file), optional: false);
        }

        try
        {
            return new Settings(builder.AddEnvironmentVariables("QUARTERLY_").Build());
        }
        catch (InvalidDataException unreadable)
        {
            throw new RefusedArgument($"The settings file {file} cannot be read: {unreadable.InnerException?.Message ?? unreadable.Message}");
        }
    }

    /// <summary>The section, checked; null when it is not there.</summary>
    public TOptions? Section<TOptions>(string name)
        where TOptions : class
    {
        if (!values.GetSection(name).Exists())
        {
            return null;
        }

        TOptions options = values.GetSection(name).Get<TOptions>() ?? throw new RefusedArgument($"The setting {name} is a section and has no value of its own.");
        List<ValidationResult> problems = [];
        return Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true)
            ? options
            : throw new RefusedArgument($"The setting {name} is not right: {string.Join(" ", problems.Select(problem => problem.ErrorMessage))}");
    }
}
