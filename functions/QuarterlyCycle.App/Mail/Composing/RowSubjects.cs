using System.Globalization;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>Reads the ids that stand on an e-mail's row.</summary>
internal static class RowSubjects
{
    public static string About(this OutboxRow row, string name) => row.Subject.GetValueOrDefault(name)
        ?? throw new InvalidOperationException($"The e-mail {row.MailKey} does not say which {name} it is about.");

    public static int NumberOf(this OutboxRow row, string name) => int.Parse(row.About(name), CultureInfo.InvariantCulture);

    /// <summary>The measures that it is about; empty when it names none.</summary>
    public static IReadOnlyList<string> MeasuresOf(this OutboxRow row) =>
        row.Subject.GetValueOrDefault(MailSubjects.Measures) is { Length: > 0 } codes ? codes.Split(',') : [];
}
