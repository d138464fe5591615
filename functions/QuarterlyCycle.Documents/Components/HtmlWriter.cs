using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace QuarterlyCycle.Documents.Components;

/// <summary>Writes HTML from interpolated strings: the literal parts are mark-up, every hole is text and is encoded.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder builder = new();

    public HtmlWriter Add([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>Text whose line breaks are kept.</summary>
    public HtmlWriter Lines(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            if (index > 0)
            {
                builder.Append("<br>");
            }

            Encode(lines[index]);
        }

        return this;
    }

    /// <summary>Mark-up that is already written: our own style sheet, or another writer's output.</summary>
    public HtmlWriter Raw(string markup)
    {
        builder.Append(markup);
        return this;
    }

    public override string ToString() => builder.ToString();

    private void Encode(string? text)
    {
        foreach (char character in text ?? "")
        {
            switch (character)
            {
                case '&': builder.Append("&amp;"); break;
                case '<': builder.Append("&lt;"); break;
                case '>': builder.Append("&gt;"); break;
                case '"': builder.Append("&quot;"); break;
                case '\'': builder.Append("&#39;"); break;
                case '\t' or '\n' or '\r': builder.Append(' '); break;
                default:
                    // Other control characters are not allowed in HTML at all.
                    if (!char.IsControl(character))
                    {
                        builder.Append(character);
                    }

                    break;
            }
        }
    }

    [InterpolatedStringHandler]
    public readonly ref struct Markup(int literalLength, int formattedCount, HtmlWriter writer)
    {
        private readonly HtmlWriter writer = Grown(writer, literalLength, formattedCount);

        public void AppendLiteral(string markup) => writer.builder.Append(markup);

        public void AppendFormatted(string? text) => writer.Encode(text);

        public void AppendFormatted(int number) => writer.builder.Append(number.ToString(CultureInfo.InvariantCulture));

        private static HtmlWriter Grown(HtmlWriter writer, int literalLength, int formattedCount)
        {
            writer.builder.EnsureCapacity(writer.builder.Length + literalLength + (formattedCount * 16));
            return writer;
        }
    }
}
