namespace QuarterlyCycle.App.Pages.Layout;

/// <summary>One thing to choose.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
