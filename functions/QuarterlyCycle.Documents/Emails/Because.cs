namespace QuarterlyCycle.Documents.Emails;

/// <summary>Why somebody gets an e-mail: the end of "You're getting this because …".</summary>
internal static class Because
{
    public static string Supplies(Letterhead letterhead) => $"you supply these measures for {letterhead.Partnership}";

    public static string Supplied(Letterhead letterhead) => $"you supplied these measures for {letterhead.Partnership}";

    public static string Reviews(Letterhead letterhead) => $"you review these measures for {letterhead.Partnership}";

    public static string RunsTheQuarter(Letterhead letterhead) => $"you manage performance for {letterhead.Partnership}";

    public static string Chairs(string group, Letterhead letterhead) => $"you chair {group} or act for its chair, for {letterhead.Partnership}";

    public static string BelongsTo(string group, Letterhead letterhead) => $"you belong to {group}, for {letterhead.Partnership}";

    public static string IsSecretary(string board, Letterhead letterhead) => $"you are secretary of {board}, for {letterhead.Partnership}";

    public static string OpenedALink(Letterhead letterhead) => $"someone opened a link that {letterhead.ServiceName} sent you";

    public static string WasAskedFor(Letterhead letterhead) => $"someone entered your address at {letterhead.ServiceName}";
}
