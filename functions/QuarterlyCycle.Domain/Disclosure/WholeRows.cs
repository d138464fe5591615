using System.Runtime.InteropServices;

namespace QuarterlyCycle.Domain.Disclosure;

/// <summary>Rows of whole numbers, all of one width, in a memory that the next rows use again.</summary>
internal sealed class WholeRows
{
    private readonly List<long> _numbers = [];
    private int _width;

    public int Count { get; private set; }

    public Span<long> this[int row] => CollectionsMarshal.AsSpan(_numbers).Slice(row * _width, _width);

    /// <summary>Forgets all rows.</summary>
    public void Begin(int width)
    {
        _width = width;
        Count = 0;
    }

    /// <summary>One more row, of zeros; rows that were taken before may no longer be written to.</summary>
    public Span<long> Add()
    {
        Count++;
        CollectionsMarshal.SetCount(_numbers, Count * _width);
        Span<long> row = this[Count - 1];
        row.Clear();
        return row;
    }

    public void Swap(int one, int other)
    {
        Span<long> first = this[one];
        Span<long> second = this[other];
        for (int column = 0; column < _width; column++)
        {
            (first[column], second[column]) = (second[column], first[column]);
        }
    }
}
