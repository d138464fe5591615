namespace QuarterlyCycle.App.Mail;

/// <summary>Which e-mails go at once, and which may share one message; the numbers are those of the list of e-mails.</summary>
public static class MailPurposes
{
    // Receipts for what somebody has just done, codes and links somebody is waiting for, and what would come too late tomorrow:
    // an address that does not exist (E41), a pack on the day it must be published (E60, E61) and one that must not be (E62).
    private static readonly HashSet<string> AtOnce = new(StringComparer.Ordinal)
    {
        "E7", "E8", "E9", "E10", "E11", "E12", "E13", "E14", "E18", "E23", "E24", "E25", "E28", "E41", "E48", "E54", "E60", "E61", "E62", "E70", "E71", "E72", "E73", "E74",
    };

    // These wait for the morning as well, but must not be one section among others: due today, and the chair's signature.
    private static readonly HashSet<string> Alone = new(StringComparer.Ordinal) { "E3", "E52" };

    /// <summary>Whether it goes at any hour of any day.</summary>
    public static bool GoesAtOnce(string purpose) => AtOnce.Contains(purpose);

    /// <summary>Whether it may be one section of a message with others that are due to the same person at the same moment.</summary>
    public static bool MayBeGrouped(string purpose) => !AtOnce.Contains(purpose) && !Alone.Contains(purpose);
}
