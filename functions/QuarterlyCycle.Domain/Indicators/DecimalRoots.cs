namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Square roots without leaving decimals, so that every machine gives the same digits.</summary>
internal static class DecimalRoots
{
    /// <summary>The square root of a number that is not negative.</summary>
    public static decimal Square(decimal number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number == 0)
        {
            return 0m;
        }

        // Newton's steps fall towards the root from above; the first that does not fall is as near as decimals go.
        decimal root = Math.Max(number, 1m);
        while (true)
        {
            decimal next = (root + (number / root)) / 2m;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
