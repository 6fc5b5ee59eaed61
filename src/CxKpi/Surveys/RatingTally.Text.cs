namespace CxKpi;

/// <content>The factories that take the cells of a survey export as text.</content>
public readonly partial record struct RatingTally
{
    // Long enough for every label, short enough that a whole comment does not fill the message.
    private const int ShownLength = 40;

    /// <summary>Counts the answers in text cells; a cell that is neither an answer on the scale nor a code throws.</summary>
    /// <param name="cells">The cells, one for each question asked; blank ones and <see langword="null"/> are missing answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <param name="codes">Which cells mean a missing answer, and which labels mean which answer; by default only blank ones are missing.</param>
    /// <returns>The tally.</returns>
    /// <remarks>
    /// Whole numbers are answers however they are written, with blanks around them or as <c>9.0</c>. The decimal sign is a point under every culture:
    /// <c>9,5</c> is no answer, and neither is the fraction <c>9.5</c>. Characters that cannot be seen are passed over.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cell is no answer on the scale and no code; the message names its position and the cell.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or a label means an answer that does not lie on it.</exception>
    public static RatingTally FromText(IEnumerable<string?> cells, RatingScale scale, AnswerCodes? codes = null) =>
        Read(cells, scale, codes, tolerant: false);

    /// <summary>Counts the answers in text cells; a cell that is neither an answer on the scale nor a code is counted as invalid.</summary>
    /// <param name="cells">The cells, one for each question asked; blank ones and <see langword="null"/> are missing answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <param name="codes">Which cells mean a missing answer, and which labels mean which answer; by default only blank ones are missing.</param>
    /// <returns>The tally.</returns>
    /// <remarks>Cells are read as by <see cref="FromText(IEnumerable{string}, RatingScale, AnswerCodes)"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or a label means an answer that does not lie on it.</exception>
    public static RatingTally FromTextTolerant(IEnumerable<string?> cells, RatingScale scale, AnswerCodes? codes = null) =>
        Read(cells, scale, codes, tolerant: true);

    /// <summary>Creates the tally from one text cell; a cell that is neither an answer on the scale nor a code throws.</summary>
    /// <param name="cell">The cell; a blank one is a missing answer.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <param name="codes">Which cells mean a missing answer, and which labels mean which answer; by default only blank ones are missing.</param>
    /// <returns>The tally.</returns>
    /// <remarks>Cells are read as by <see cref="FromText(IEnumerable{string}, RatingScale, AnswerCodes)"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The cell is no answer on the scale and no code.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or a label means an answer that does not lie on it.</exception>
    public static RatingTally FromText(ReadOnlySpan<char> cell, RatingScale scale, AnswerCodes? codes = null)
    {
        RatingTally one = FromTextTolerant(cell, scale, codes);
        return one.Invalid == 0 ? one : throw Guard.Outside(nameof(cell), TextRule(scale), Shown(cell), advice: TolerantText);
    }

    /// <summary>Creates the tally from one text cell; a cell that is neither an answer on the scale nor a code is counted as invalid.</summary>
    /// <param name="cell">The cell; a blank one is a missing answer.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <param name="codes">Which cells mean a missing answer, and which labels mean which answer; by default only blank ones are missing.</param>
    /// <returns>The tally.</returns>
    /// <remarks>Cells are read as by <see cref="FromText(IEnumerable{string}, RatingScale, AnswerCodes)"/>.</remarks>
    /// <exception cref="ArgumentException">The scale is the default value, or a label means an answer that does not lie on it.</exception>
    public static RatingTally FromTextTolerant(ReadOnlySpan<char> cell, RatingScale scale, AnswerCodes? codes = null)
    {
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant: true);
        collector.AddText(cell, (codes ?? AnswerCodes.BlankIsMissing).Fitting(scale, nameof(codes)));
        return collector.ToTally();
    }

    private static RatingTally Read(IEnumerable<string?> cells, RatingScale scale, AnswerCodes? codes, bool tolerant)
    {
        Guard.NotNull(cells);
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant);
        AnswerCodes meanings = (codes ?? AnswerCodes.BlankIsMissing).Fitting(scale, nameof(codes));
        foreach (string? cell in cells)
        {
            collector.AddText(cell, meanings);
        }

        return collector.ToTally();
    }

    private static string TextRule(RatingScale scale) => $"must be a whole number on the scale {scale}, or one of the codes";

    // A message is logged and printed: what a cell holds must not steer a terminal, nor be cut within a character.
    private static string Shown(ReadOnlySpan<char> cell)
    {
        string clean = TerminalText.Clean(cell.ToString());
        return clean.Length <= ShownLength ? $"\"{clean}\""
            : $"\"{clean.AsSpan(0, char.IsHighSurrogate(clean[ShownLength - 1]) ? ShownLength - 1 : ShownLength)}…\"";
    }
}
