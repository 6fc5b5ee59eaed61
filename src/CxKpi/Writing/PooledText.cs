using System.Buffers;

namespace CxKpi;

/// <summary>A text that grows in a rented array: a report of megabytes would otherwise leave as much garbage as it has text.</summary>
internal sealed class PooledText
{
    private char[] letters = ArrayPool<char>.Shared.Rent(16_384);
    private int length;
    private string? finished;
    private bool isReleased;

    internal ReadOnlySpan<char> Written => letters.AsSpan(0, length);

    internal PooledText Append(char letter)
    {
        Room(1)[0] = letter;
        length++;
        return this;
    }

    internal PooledText Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        length += text.Length;
        return this;
    }

    internal PooledText AppendBase64(ReadOnlySpan<byte> bytes)
    {
        _ = Convert.TryToBase64Chars(bytes, Room((bytes.Length + 2) / 3 * 4), out int written);
        length += written;
        return this;
    }

    /// <summary>The text; the array goes back, and nothing can be appended any more.</summary>
    public override string ToString()
    {
        if (finished is null)
        {
            finished = Written.ToString();
            Release();
        }

        return finished;
    }

    /// <summary>Gives the array back: nothing can be appended or read any more.</summary>
    internal void Release()
    {
        ArrayPool<char>.Shared.Return(letters);
        (letters, length, isReleased) = ([], 0, true);
    }

    private Span<char> Room(int count)
    {
        ObjectDisposedException.ThrowIf(isReleased, this);
        if (letters.Length - length < count)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * letters.Length, length + count));
            letters.AsSpan(0, length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(letters);
            letters = larger;
        }

        return letters.AsSpan(length, count);
    }
}
